//! Photos: published with the same pixels, the same way up, and nothing that a telephone adds.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::date;
use proptest::prelude::*;
use ribambelle::build::{BuildError, Built, Request, Stages, build, prepare, read};
use ribambelle::diag::Report;
use ribambelle::image::{Photo, avif_has_metadata, svg_fault};
use ribambelle::render::render;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// 8 × 16 points, greys.
const JPEG: &str = "ffd8ffe000104a46494600010100000100010000ffdb004300281c1e231e19282321232d2b28303c64413c37373c7b585d4964918099968f808c8aa0b4e6c3a0aadaad8a8cc8ffcbdaeef5ffffff9bc1fffffffaffe6fdfff8ffc0000b080010000801011100ffc4001500010100000000000000000000000000000304ffc40017100003010000000000000000000000000000030431ffda0008010100003f00089785912f0fffd9";
/// 2 × 3 points, greys.
const PNG: &str = "89504e470d0a1a0a0000000d49484452000000020000000308000000009c81815d0000001149444154789c6334f2605255655251010005650112fec7aa960000000049454e44ae426082";
/// 2 × 3 points, red but for one that is blue.
const WEBP: &str =
    "5249464626000000574542505650384c190000002f018000000f303683fa8dfff90f1e28041000054d44ff630700";
/// 2 × 3 points.
const AVIF: &str = "00000020667479706176696600000000617669666d6966316d6961664d413142000000eb6d657461000000000000002168646c72000000000000000070696374000000000000000000000000000000000e7069746d0000000000010000001e696c6f63000000004400000100010000000100000113000000370000002869696e660000000000010000001a696e6665020000000001000061763031436f6c6f72000000006a697072700000004b6970636f0000001469737065000000000000000200000003000000107069786900000000030808080000000c6176314381000c0000000013636f6c726e636c780001000d0006800000001769706d610000000000000001000104010283040000003f6d64617412000a081800734404341a10322914c78786650208209e55400000f66f65bca2fef12cb6c21be49afe891480a11e9da4932d50cc3bdefa";

/// A block of Exif that says « a quarter turn to the right » and nothing else.
const TURNED: &str = "4d4d002a00000008000101120003000000010006000000000000";

fn bytes(hex: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("two figures");
    (0..hex.len()).step_by(2).map(digit).collect()
}

/// What a telephone writes: the way up, where it was, and a text at the end.
fn exif() -> Vec<u8> {
    let mut block =
        bytes("49492a0008000000020012010300010000000600000025880400010000002600000000000000");
    // The directory of the position: one entry, the letter N.
    block.extend(bytes("010001000200020000004e00000000000000"));
    block.extend(b"SECRET Exif");
    block
}

/// A segment of a JPEG.
fn segment(code: u8, body: &[&[u8]]) -> Vec<u8> {
    let body = body.concat();
    let length = u16::try_from(body.len() + 2).expect("a short segment");
    [&[0xFF, code], &length.to_be_bytes()[..], &body].concat()
}

/// A JPEG as a telephone writes it, and as it should be published.
fn jpeg() -> (Vec<u8>, Vec<u8>) {
    let plain = bytes(JPEG);
    // After the start and JFIF's segment.
    let drawn = &plain[20..];
    let profile = segment(0xE2, &[b"ICC_PROFILE\0\x01\x01 colours"]);
    let adobe = segment(0xEE, &[b"Adobe\0\x64\0\0\0\0\0"]);
    let second = [&plain[..2], &segment(0xE1, &[b"Exif\0\0", &exif()]), drawn].concat();
    let taken = [
        &[0xFF, 0xD8][..],
        &segment(0xE0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01SECRET"]),
        &segment(0xE0, &[b"JFXX\0\x13SECRET"]),
        &segment(0xE1, &[b"Exif\0\0", &exif()]),
        &segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0SECRET"]),
        &segment(0xE1, &[b"http://ns.adobe.com/xmp/extension/\0SECRET"]),
        &profile,
        &segment(0xE2, &[b"MPF\0SECRET"]),
        &segment(0xED, &[b"Photoshop 3.0\0SECRET"]),
        &adobe,
        &segment(0xFE, &[b"SECRET"]),
        drawn,
        &second,
        b"SECRET",
    ];
    let published = [
        &plain[..20],
        &segment(0xE1, &[b"Exif\0\0", &bytes(TURNED)]),
        &profile,
        &adobe,
        drawn,
    ];
    (taken.concat(), published.concat())
}

/// A chunk of a PNG; readers of what is dropped look at no checksum.
fn chunk(name: &str, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a short chunk");
    [&length.to_be_bytes(), name.as_bytes(), body, &[0; 4]].concat()
}

fn png() -> (Vec<u8>, Vec<u8>) {
    let plain = bytes(PNG);
    let (head, drawn) = plain.split_at(33);
    let density = bytes("000000097048597300002e2300002e230178a53f76");
    let taken = [
        head,
        &density,
        &chunk("eXIf", &exif()),
        &chunk("tEXt", b"Comment\0SECRET"),
        &chunk("zTXt", b"Comment\0\0SECRET"),
        &chunk("iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRET"),
        &chunk("tIME", b"\x07\xea\x0b\x16\x0c\0\0"),
        &chunk("prVt", b"SECRET"),
        drawn,
        b"SECRET",
    ];
    let turned = bytes(&format!("0000001a65584966{TURNED}d6674b69"));
    let published = [head, &density, &turned, drawn];
    (taken.concat(), published.concat())
}

fn riff(chunks: &[&[u8]]) -> Vec<u8> {
    let body = chunks.concat();
    let length = u32::try_from(body.len() + 4).expect("a short file");
    [b"RIFF", &length.to_le_bytes()[..], b"WEBP", &body].concat()
}

fn named(name: &str, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a short chunk");
    let padding: &[u8] = if body.len().is_multiple_of(2) {
        &[]
    } else {
        &[0]
    };
    [name.as_bytes(), &length.to_le_bytes(), body, padding].concat()
}

fn webp() -> (Vec<u8>, Vec<u8>) {
    let plain = bytes(WEBP);
    let drawn = &plain[12..];
    let head = |flags: u8| named("VP8X", &[flags, 0, 0, 0, 1, 0, 0, 2, 0, 0]);
    let exif = [&exif()[..], b"!"].concat();
    let taken = riff(&[
        &head(0b1100),
        drawn,
        &named("EXIF", &exif),
        &named("XMP ", b"SECRET"),
        &named("prVt", b"SECRET"),
    ]);
    let published = riff(&[&head(0b1000), drawn, &named("EXIF", &bytes(TURNED))]);
    ([&taken, &b"SECRET"[..]].concat(), published)
}

/// A WebP of two frames, the second with a chunk of its own that nobody knows.
fn animation() -> (Vec<u8>, Vec<u8>) {
    let plain = bytes(WEBP);
    let head = named("VP8X", &[0b10, 0, 0, 0, 1, 0, 0, 2, 0, 0]);
    let begin = named("ANIM", &[0; 6]);
    let frame = |more: &[u8]| named("ANMF", &[&[0; 16], &plain[12..], more].concat());
    let taken = riff(&[
        &head,
        &begin,
        &frame(b""),
        &frame(&named("prVt", b"SECRET")),
    ]);
    let published = riff(&[&head, &begin, &frame(b""), &frame(b"")]);
    (taken, published)
}

/// A guide with a place for each photo.
fn guide(folder: &Path, photos: &[(&str, &[u8])]) -> Result<Request> {
    let content = folder.join("content");
    let mut files = vec![
        (
            "guide.yml".to_owned(),
            b"nom: Petit guide\nterritoire: ici\nurl: https://guide.example.org/\nediteur: nous\n"
                .to_vec(),
        ),
        (
            "territoires/ici.yml".to_owned(),
            b"nom: Ici\nniveau: groupement\n".to_vec(),
        ),
        (
            "partenaires/nous.yml".to_owned(),
            b"titre: Notre association\ntype: association\n".to_vec(),
        ),
    ];
    for (name, bytes) in photos {
        let slug = name.replace('.', "-");
        let place = format!(
            "titre: Lieu {slug}\nresume: Une maison ouverte à toutes les familles.\ntype: csc\nadresse: {{voie: 1 rue de l'Exemple, code_postal: 67500, commune: Haguenau}}\nverifie: {{le: 2026-11-01, comment: visite}}\nphoto: {{fichier: {name}, alt: La salle}}\n"
        );
        files.push((format!("lieux/{slug}.yml"), place.into_bytes()));
        files.push((format!("medias/{name}"), bytes.to_vec()));
    }
    for (name, bytes) in files {
        let path = content.join(name);
        fs::create_dir_all(path.parent().ok_or("a folder")?)?;
        fs::write(path, bytes)?;
    }
    Ok(Request {
        content,
        date: date(2026, 11, 22),
        url: None,
        search: true,
    })
}

fn made(
    request: &Request,
    target: &Path,
) -> Result<(std::result::Result<Built, BuildError>, Report)> {
    let mut report = Report::default();
    let sources = read(request, &mut report).map_err(|_| "the content can be read")?;
    let (mut sources, to) = (Arc::new(sources), target.into());
    let built = build(&mut sources, request, &to, &Stages::default(), &mut report);
    Ok((built, report))
}

fn codes(report: &Report) -> Vec<&'static str> {
    report
        .diagnostics()
        .iter()
        .map(|fault| fault.code)
        .collect()
}

/// The published file of a name, whatever its hash.
fn published(target: &Path, name: &str) -> Result<Vec<u8>> {
    let mut found = fs::read_dir(target.join("medias"))?
        .filter_map(|entry| fs::read(entry.ok()?.path().join(name)).ok());
    let bytes = found.next().ok_or(format!("no {name}"))?;
    assert!(found.next().is_none(), "{name} twice");
    Ok(bytes)
}

#[test]
fn a_published_photo_keeps_its_pixels_and_its_way_up_and_nothing_else() -> Result {
    let folder = tempfile::tempdir()?;
    let target = folder.path().join("public");
    let photos = [
        ("a.jpg", jpeg()),
        ("a.png", png()),
        ("a.webp", webp()),
        ("deux.webp", animation()),
    ];
    let taken = photos
        .each_ref()
        .map(|(name, (taken, _))| (*name, &taken[..]));
    let request = guide(folder.path(), &taken)?;
    let (built, report) = made(&request, &target)?;
    assert!(matches!(built, Ok(Built::Published(_))), "{report:?}");
    assert_eq!(codes(&report), ["image-position"; 3]);
    for (name, (taken, expected)) in &photos {
        let found = published(&target, name)?;
        assert!(taken.windows(6).any(|window| window == b"SECRET"));
        assert_eq!(found, *expected, "{name}");
    }
    // A quarter turn makes the height of the scan the width of what is shown.
    let page = fs::read_to_string(target.join("lieux/a-jpg/index.html"))?;
    assert!(page.contains("width=\"16\" height=\"8\""), "{page}");
    Ok(())
}

#[test]
fn a_photo_without_secrets_stays_the_same_file() -> Result {
    for hex in [JPEG, PNG, WEBP] {
        let plain = bytes(hex);
        let photo = Photo::read(&plain).map_err(|_| "sound")?.ok_or("a photo")?;
        assert!(!photo.has_position() && photo.orientation().is_none());
        assert_eq!(photo.published(), plain);
    }
    Ok(())
}

#[test]
fn a_photo_cut_off_anywhere_is_told_and_the_former_site_stays() -> Result {
    for (_, whole) in [jpeg(), png(), webp(), animation()] {
        // The first bytes say what it begins as.
        for length in 12..whole.len() {
            let image = &whole[..length];
            assert!(Photo::read(image).is_err(), "{length} bytes of {whole:x?}");
        }
    }
    let folder = tempfile::tempdir()?;
    let target = folder.path().join("public");
    let (photo, _) = jpeg();
    let request = guide(folder.path(), &[("a.jpg", &photo)])?;
    assert!(made(&request, &target)?.0.is_ok());
    let before = published(&target, "a.jpg")?;
    fs::write(request.content.join("medias/a.jpg"), &photo[..200])?;
    let (built, report) = made(&request, &target)?;
    assert!(matches!(built, Err(BuildError::Content)));
    assert_eq!(codes(&report), ["broken-image"]);
    assert_eq!(published(&target, "a.jpg")?, before);
    let beside = fs::read_dir(folder.path())?.count();
    assert_eq!(beside, 2, "only the content and the site");
    Ok(())
}

#[test]
fn a_photo_that_changes_during_the_build_is_not_published_under_the_old_address() -> Result {
    let folder = tempfile::tempdir()?;
    let (photo, _) = jpeg();
    let request = guide(folder.path(), &[("a.jpg", &photo)])?;
    let mut report = Report::default();
    let sources = Arc::new(read(&request, &mut report).map_err(|_| "the content can be read")?);
    let site = prepare(&sources, &request, &mut report).ok_or("a site")?;
    let path = site
        .paths()
        .find(|path| path.as_str().starts_with("/medias/"));
    let path = path.ok_or("a photo")?;
    assert!(render(&site, path).is_ok());
    for changed in [&bytes(JPEG)[..], &photo[..200]] {
        fs::write(request.content.join("medias/a.jpg"), changed)?;
        let fault = render(&site, path).expect_err("another photo");
        assert_eq!(fault.code, "changed-file");
    }
    Ok(())
}

#[test]
fn a_drawing_that_means_harm_is_read_in_a_moment() {
    let began = Instant::now();
    for again in [
        "&",
        "&#;",
        "url(",
        "url( ",
        "\\",
        "\"'",
        "<a>",
        "</",
        "<![CDATA[",
        "<a b='",
        "/*",
    ] {
        let much = again.repeat(60_000);
        for drawing in [
            format!("<svg><style>{much}</style></svg>"),
            format!("<svg a=\"{}\"/>", much.replace(['"', '<'], " ")),
            format!("<svg>{much}</svg>"),
        ] {
            svg_fault(drawing.as_bytes());
        }
    }
    // A bound for an unoptimised build that others slow: a square of these lengths takes minutes.
    assert!(
        began.elapsed() < Duration::from_secs(30),
        "{:?}",
        began.elapsed()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn a_mutated_photo_is_refused_or_published_once_and_for_all(
        which in 0_usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (mut bytes, _) = [jpeg, png, webp, animation][which]();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(Some(photo)) = Photo::read(&bytes) {
            let once = photo.published();
            let again = Photo::read(&once).expect("sound").expect("a photo");
            prop_assert!(!again.has_position());
            prop_assert_eq!(again.orientation(), photo.orientation());
            prop_assert_eq!(again.published(), once);
        }
    }

    #[test]
    fn no_bytes_are_too_strange(
        start in prop::sample::select(vec![&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x20\0\0\0WEBPVP8X", b"<svg "]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [start, &rest].concat();
        let _ = Photo::read(&bytes).map(|photo| photo.map(|photo| photo.published()));
        svg_fault(&bytes);
    }

    #[test]
    fn a_mutated_drawing_is_looked_at(at in any::<prop::sample::Index>(), text in "[<>&;\"'=/\\\\:#@a-z(]{0,4}") {
        let drawing = "<?xml version='1.0'?><!DOCTYPE svg><svg a='&#x26;'><style><![CDATA[@a]]>b{c:url(#d)}</style><!-- --></svg>";
        let at = at.index(drawing.len());
        svg_fault(format!("{}{text}{}", &drawing[..at], &drawing[at..]).as_bytes());
    }

    #[test]
    fn a_mutated_avif_is_looked_at(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = bytes(AVIF);
        prop_assert_eq!(avif_has_metadata(&bytes), Ok(false));
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = avif_has_metadata(&bytes);
    }
}
