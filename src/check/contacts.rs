//! Telephone numbers and mailboxes that are a person's own.

use crate::diag::{Diagnostic, FileId, Text, say};
use crate::load::Record;
use crate::model::Data;
use crate::model::values::{Contact, Email, PhoneNumber};

use super::place::{self, Step};
use super::{Check, Context, Run, Words};

/// Finds mobile numbers and personal mailboxes in `contact` without `consentement`.
pub(super) const CHECK: Check = Check {
    codes: &["personal-contact"],
    title: Words {
        fr: "Un portable ou une boîte personnelle, sans accord écrit",
        en: "A mobile number or a personal mailbox, without written consent",
    },
    docs: Words {
        fr: "Trouve sous « contact » les numéros en 06 et 07, les boîtes gratuites (gmail, orange…) et les adresses prenom.nom, sans « consentement ».\nQuand la personne s'en va, les familles écrivent dans le vide ; et son numéro reste public.\nMettez le numéro ou la boîte du service, ou ajoutez consentement: {le: 2026-09-01, par: nom de qui l'a reçu}.",
        en: "Finds numbers in 06 and 07, free mailboxes (gmail, orange…) and first.last addresses under “contact”, without “consentement”.\nWhen the person leaves, families write into the void; and the number stays public.\nUse the service's number or mailbox, or add consentement: {le: 2026-09-01, par: who received it}.",
    },
    run: &[Run::Record(run), Run::Whole(site)],
};

/// Mail hosts on which anybody may have a box.
const FREE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "live.fr",
    "live.com",
    "msn.com",
    "yahoo.com",
    "yahoo.fr",
    "ymail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "sfr.fr",
    "neuf.fr",
    "laposte.net",
    "bbox.fr",
    "numericable.fr",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.fr",
    "gmx.com",
    "gmx.de",
    "web.de",
    "protonmail.com",
    "proton.me",
    "tutanota.com",
    "club-internet.fr",
    "aliceadsl.fr",
    "cegetel.net",
    "voila.fr",
    "evc.net",
    "estvideo.fr",
];

/// First halves of addresses such as `service.enfance@…` that are no first names.
const SERVICES: &[&str] = &[
    "accueil",
    "action",
    "actions",
    "allo",
    "antenne",
    "asso",
    "association",
    "atelier",
    "bureau",
    "caf",
    "ccas",
    "centre",
    "club",
    "contact",
    "contacts",
    "coordination",
    "creche",
    "csc",
    "direction",
    "ecole",
    "enfance",
    "equipe",
    "espace",
    "famille",
    "familles",
    "guide",
    "halte",
    "info",
    "infos",
    "jeunesse",
    "la",
    "laep",
    "le",
    "les",
    "ludotheque",
    "mairie",
    "maison",
    "mediatheque",
    "mission",
    "mjc",
    "multi",
    "parent",
    "parentalite",
    "parents",
    "petite",
    "pmi",
    "point",
    "pole",
    "poste",
    "presidence",
    "ram",
    "relais",
    "reseau",
    "rpe",
    "secretariat",
    "service",
    "services",
    "social",
    "standard",
    "territoire",
    "tresorerie",
    "ville",
];

fn run(context: &Context<'_>, record: &Record, faults: &mut Vec<Diagnostic>) {
    let contact = match &record.data {
        Data::Partner(partner) => partner.contact.as_ref(),
        data => data
            .directory()
            .and_then(|directory| directory.contact.as_ref()),
    };
    if let Some(contact) = contact {
        told(
            context,
            record.file,
            &[Step::Key("contact")],
            contact,
            faults,
        );
    }
}

fn site(context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let (Some(config), Some(file)) = (
        &context.catalogue.written,
        context.sources.find("content/guide.yml"),
    ) else {
        return;
    };
    if let Some(contact) = &config.contact {
        told(context, file, &[Step::Key("contact")], contact, faults);
    }
    if let Some(contact) = config
        .accessibility
        .as_ref()
        .and_then(|statement| statement.contact.as_ref())
    {
        told(
            context,
            file,
            &[Step::Key("accessibilite"), Step::Key("contact")],
            contact,
            faults,
        );
    }
}

fn told(
    context: &Context<'_>,
    file: FileId,
    above: &[Step<'_>],
    contact: &Contact,
    faults: &mut Vec<Diagnostic>,
) {
    if contact.consent.is_some() {
        return;
    }
    let mut found: Vec<(Vec<Step<'_>>, Text)> = Vec::new();
    let mut warn = |steps: &[Step<'static>], message: Text| {
        found.push(([above, steps].concat(), message));
    };
    let mobile = || {
        say(
            "un numéro de portable, sans accord écrit",
            "a mobile number, without written consent",
        )
    };
    if contact.phone.as_ref().is_some_and(PhoneNumber::is_mobile) {
        warn(&[Step::Key("telephone")], mobile());
    }
    for (index, phone) in contact.phones.iter().enumerate() {
        if phone.number.is_mobile() {
            warn(
                &[
                    Step::Key("telephones"),
                    Step::Item(index),
                    Step::Key("numero"),
                ],
                mobile(),
            );
        }
    }
    if contact.email.as_ref().is_some_and(is_personal) {
        warn(
            &[Step::Key("courriel")],
            say(
                "une boîte qui semble personnelle, sans accord écrit",
                "a mailbox that seems personal, without written consent",
            ),
        );
    }
    // A consent that is faulty is told as such.
    let consent = [above, &[Step::Key("consentement")]].concat();
    if found.is_empty() || place::is_there(context.sources, file, &consent) {
        return;
    }
    faults.extend(found.into_iter().map(|(path, message)| {
        let span = place::value_or_above(context.sources, file, &path);
        Diagnostic::warning("personal-contact", span, message).help(say(
            "mettez le numéro ou la boîte du service, ou ajoutez consentement: {le: 2026-09-01, par: …}",
            "use the service's number or mailbox, or add consentement: {le: 2026-09-01, par: …}",
        ))
    }));
}

fn is_personal(email: &Email) -> bool {
    let lower = email.as_str().to_lowercase();
    let Some((name, host)) = lower.split_once('@') else {
        return false;
    };
    FREE_MAIL.contains(&host) || is_first_last(name)
}

/// Whether the name of a mailbox is of the form `first.last` or `j.last`.
fn is_first_last(name: &str) -> bool {
    let Some((first, last)) = name.split_once('.') else {
        return false;
    };
    let letters = |text: &str| text.chars().all(|c| c.is_alphabetic() || c == '-');
    let is_service = |text: &str| text.split('-').any(|part| SERVICES.contains(&part));
    !first.is_empty()
        && last.len() >= 2
        && letters(first)
        && letters(last)
        && !is_service(first)
        && !is_service(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_services_are_told_from_those_of_persons() {
        for (address, personal) in [
            ("jeanne.martin@ville.example.org", true),
            ("marie-claude.petit@asso.example.org", true),
            ("lamarelle@gmail.com", true),
            ("petite.enfance@ville.example.org", false),
            ("contact@example.org", false),
            ("relais.haguenau@ville.example.org", false),
        ] {
            assert_eq!(
                is_personal(&Email::parse(address).unwrap()),
                personal,
                "{address}"
            );
        }
    }
}
