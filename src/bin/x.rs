//! x
use ribambelle::diag::{Report,position,Locate,Language};
fn main(){
 let t=std::time::Instant::now();
 let mut r=Report::default();
 let s=ribambelle::source::Sources::read(std::path::Path::new(&std::env::args().nth(1).unwrap_or("content".into())),&mut r).unwrap();
 eprintln!("read {:?}",t.elapsed());
 let c=ribambelle::load::load(&s,&mut r);
 eprintln!("load {:?} {}",t.elapsed(), c.records.len());
 let g=ribambelle::check::check(&s,c,jiff::civil::date(2026,11,22),&mut r);
 eprintln!("check {:?}",t.elapsed());
 for d in r.diagnostics(){ if d.code=="understood-hours" && std::env::var("V").is_err() {continue}
  if d.level==ribambelle::diag::Level::Note && std::env::var("V").is_err() {continue}
  let (n,tx)=s.locate(d.span.file); let p=position(tx,d.span.start); println!("{}:{}:{} {} [{}] {} | {}",n,p.line,p.column,d.level.name(),d.code,d.message.get(Language::French),d.help.as_ref().map(|h|h.get(Language::French)).unwrap_or("")); }
 if let Some(g)=g { println!("{} entries, {} dates", g.entries().len(), g.entries().iter().map(|e|e.dates.len()).sum::<usize>()); }
}
