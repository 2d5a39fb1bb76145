//! Words for comparing stemmers.

/// Folded words with every ending that the stemmer knows, on real roots and on made ones.
pub(crate) fn forms() -> Vec<String> {
    const ROOTS: [&str; 48] = [
        "accueill", "aid", "allait", "anim", "appel", "associat", "bal", "boulever", "cit", "col",
        "communic", "crech", "depl", "dim", "ecout", "educat", "effic", "enfant", "evalu", "fam",
        "fin", "form", "gard", "habit", "heur", "infirm", "jou", "lang", "lec", "mal", "mass",
        "matern", "med", "mou", "nat", "ni", "orient", "par", "parent", "pedag", "port", "premi",
        "public", "qual", "quest", "sour", "tap", "veill",
    ];
    const ENDINGS: &str = "- s x e es ee ees er ere iere ieres ier iers a ai ais ait aient aise aises as asse asses ant ante \
        antes ants ance ances ence ences able ables isme ismes iste istes if ifs ive ives ation ations ateur ateurs atrice \
        atrices ution utions usion usions logie logies ement ements issement issements ment ments amment emment aux eaux \
        eux euse euses oux ique iques icative icatif ativement ivement eusement ablement iquement era erai eras erait \
        eraient erions erons eront erez eriez ez iez ions assions assiez assent ir ira irai iras irait iraient irions \
        irons iront irez iriez is it isse isses issent issant issante issons issez issait issaient i ie ies ion sion tion \
        elle elles eille enne enner onne ette ettes ell ett al els que ques guer yer oyons uyait aie ouille ais";
    const MADE: [&str; 20] = [
        "b", "qu", "y", "ou", "ia", "cr", "gn", "aye", "ui", "st", "vou", "yeu", "h", "le", "ll",
        "ai", "oi", "nn", "ey", "am",
    ];
    let roots = ROOTS.iter().map(|root| (*root).to_owned());
    let made = MADE
        .iter()
        .flat_map(|a| MADE.iter().map(move |b| format!("{a}{b}")));
    let roots: Vec<String> = roots.chain(made).collect();
    let mut forms: Vec<String> = Vec::new();
    for root in &roots {
        for ending in ENDINGS
            .split_whitespace()
            .map(|ending| ending.trim_matches('-'))
        {
            forms.push(format!("{root}{ending}"));
        }
    }
    for (a, b) in roots.iter().zip(roots.iter().rev()) {
        forms.extend(
            ENDINGS
                .split_whitespace()
                .map(|ending| format!("{a}{b}{}", ending.trim_matches('-'))),
        );
    }
    forms.sort();
    forms.dedup();
    forms
}
