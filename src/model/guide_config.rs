//! The site itself: `content/guide.yml`.

use crate::diag::{Spanned, say};
use crate::mapping;
use crate::text::yaml::{Decoder, Fields};

use super::common::{Common, Translations};
use super::markdown::Markdown;
use super::values::{
    Conformance, Contact, Language, PageRef, PartialDate, PartnerRef, SchoolZoneCode, TerritoryRef,
    Theme, WebUrl,
};

mapping! {
    /// The site itself.
    pub struct GuideConfig {
        ..pub common: Common,
        /// The version of the contract that the content is written for.
        pub contract: Option<Spanned<u32>> = "contrat",
        /// The guide's name.
        pub name: Box<str> = "nom",
        /// The territory covered.
        pub territory: Spanned<TerritoryRef> = "territoire",
        /// The public base address, which may have a path.
        pub url: Spanned<WebUrl> = "url",
        /// The partner that publishes the guide.
        pub publisher: Spanned<PartnerRef> = "editeur",
        /// The language of the content.
        pub language: Option<Spanned<Language>> = "langue",
        /// The other languages in which the site is offered.
        pub languages: Vec<Spanned<Language>> = "langues",
        /// Whom a parent may call or write to about the guide.
        pub contact: Option<Contact> = "contact",
        /// The theme's name.
        pub theme: Option<Spanned<Box<str>>> = "theme",
        /// The web address of the repository and branch, where partners propose changes.
        pub repository: Option<WebUrl> = "depot",
        /// After how many months facts are to be verified again.
        pub freshness_months: Option<Spanned<u32>> = "fraicheur_mois",
        /// The school zone of records without a commune.
        pub zone: Option<SchoolZoneCode> = "zone_scolaire",
        /// What the home page says first.
        pub home: Option<Home> = "accueil",
        /// The legal notice.
        pub legal: Option<Legal> = "mentions_legales",
        /// Under which licence the data may be used again.
        pub licence: Option<Licence> = "licence",
        /// The accessibility statement.
        pub accessibility: Option<AccessibilityStatement> = "accessibilite",
        /// The local number of the doctor on duty, and its hours.
        pub duty_number: Option<Box<str>> = "numero_garde",
        /// A harmless page for « Quitter vite ».
        pub neutral_page: Option<WebUrl> = "page_neutre",
        /// Addresses that are gone.
        pub gone: Vec<Gone> = "disparus",
        /// Whether examples take part everywhere, under a banner.
        pub demonstration: Option<bool> = "demonstration",
    }
    check sound;

    /// What the home page says first.
    pub struct Home {
        /// One or two sentences.
        pub message: Option<Box<str>> = "message",
        /// Themes to begin with.
        pub themes: Vec<Spanned<Theme>> = "themes",
        /// Records to begin with.
        pub records: Vec<Spanned<PageRef>> = "fiches",
        /// Texts in other languages.
        pub translations: Option<Translations> = "traductions",
    }

    /// The legal notice.
    pub struct Legal {
        /// Who answers for what is published: a function or a body.
        pub director: Option<Box<str>> = "directeur_publication",
        /// Who hosts the site, and where.
        pub host: Option<Box<str>> = "hebergeur",
        /// The rest.
        pub text: Option<Markdown> = "texte",
    }

    /// A licence for the data.
    pub struct Licence {
        /// What it is called.
        pub name: Box<str> = "nom",
        /// Where it is read.
        pub url: WebUrl = "url",
    }

    /// The accessibility statement.
    pub struct AccessibilityStatement {
        /// How far the site conforms.
        pub state: Option<Conformance> = "etat",
        /// When that was declared.
        pub declared: Option<PartialDate> = "declaree_le",
        /// Whom to tell what can't be used.
        pub contact: Option<Contact> = "contact",
        /// The multi-year accessibility scheme.
        pub scheme: Option<WebUrl> = "schema",
    }

    /// An address that is gone.
    pub struct Gone {
        /// What stood there, as `kind/slug`.
        pub former: Spanned<Box<str>> = "ancien",
        /// What is near.
        pub replaced_by: Option<Spanned<PageRef>> = "remplace_par",
        /// Why it is gone.
        pub reason: Option<Box<str>> = "motif",
    }
}

impl GuideConfig {
    /// After how many months facts are to be verified again.
    pub fn freshness(&self) -> u32 {
        self.freshness_months
            .as_ref()
            .map_or(12, |months| months.value)
    }

    /// The site's base address without its last `/`.
    pub fn base_url(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Whether examples take part everywhere.
    pub fn is_demonstration(&self) -> bool {
        self.demonstration == Some(true)
    }

    /// The name of the theme.
    pub fn theme_name(&self) -> &str {
        self.theme.as_ref().map_or("guide", |theme| &theme.value)
    }
}

fn sound(this: &mut GuideConfig, decoder: &mut Decoder, _: &Fields<'_, '_>) {
    if let Some(contract) = &this.contract
        && contract.value != 1
    {
        decoder.error(
            "unknown-contract",
            contract.span,
            say(
                format!(
                    "version {} du contrat : cet outil connaît la version 1",
                    contract.value
                ),
                format!(
                    "version {} of the contract: this tool knows version 1",
                    contract.value
                ),
            ),
            say(
                "écrivez contrat: 1, ou installez une version plus récente de l'outil",
                "write contrat: 1, or install a newer version of the tool",
            ),
        );
    }
    if this.url.as_str().contains(['?', '#']) {
        decoder.error(
            "bad-url",
            this.url.span,
            say(
                "l'adresse du site ne peut pas contenir « ? » ni « # »",
                "the site's address can't hold “?” or “#”",
            ),
            say(
                "écrivez par exemple https://familles.exemple.fr/guide/",
                "write for example https://familles.exemple.fr/guide/",
            ),
        );
    }
    if let Some(theme) = &this.theme
        && super::values::Slug::new(&theme.value).is_none()
    {
        decoder.error(
            "bad-slug",
            theme.span,
            say(
                format!("« {} » ne peut pas être le nom d'un thème", theme.value),
                format!("“{}” can't be a theme's name", theme.value),
            ),
            say(
                "écrivez le nom d'un dossier de themes/, par exemple guide",
                "write the name of a folder of themes/, such as guide",
            ),
        );
    }
}
