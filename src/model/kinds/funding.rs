//! The financing of a convention.

use crate::diag::{Diagnostic, Spanned, say};
use crate::mapping;
use crate::model::values::{FundingBase, FundingPer, Money, PartnerRef};
use crate::text::nearest::nearest;
use crate::text::yaml::{Decode, Decoder, Fields, Node};

mapping! {
    /// The financing of a convention.
    pub struct Funding {
        /// Who pays.
        pub payer: Option<Spanned<PartnerRef>> = "payeur",
        /// Who receives.
        pub receiver: Option<Spanned<PartnerRef>> = "beneficiaire",
        /// For what, and how much at most.
        pub lines: Vec<FundingLine> = "lignes",
        /// What was really spent.
        pub expenses: Vec<Expense> = "depenses",
    }
    check on_known_lines;

    /// What is financed: at most ceiling × units × rate.
    pub struct FundingLine {
        /// What it is.
        pub title: Box<str> = "intitule",
        /// The most that counts, for one unit.
        pub ceiling: Money = "plafond",
        /// How many units; absent: one.
        pub units: Option<u32> = "unites",
        /// What the unit is.
        pub unit: Option<Box<str>> = "unite",
        /// The share that is paid, from 0 to 1.
        pub rate: Option<Share> = "taux",
        /// Counted by what.
        pub per: Option<FundingPer> = "par",
        /// On what it rests.
        pub base: Option<FundingBase> = "base",
    }

    /// What was really spent.
    pub struct Expense {
        /// In which year.
        pub year: u32 = "annee",
        /// On which line.
        pub line: Option<Spanned<Box<str>>> = "ligne",
        /// How much.
        pub amount: Money = "montant",
    }
}

impl Funding {
    /// The most that is paid, in cents: Σ ceiling × units × rate, rounded to the cent.
    pub fn most(&self, per: FundingPer) -> Money {
        let cents = self
            .lines
            .iter()
            .filter(|line| line.per.unwrap_or(FundingPer::Year) == per)
            .map(FundingLine::most)
            .map(Money::cents)
            .sum();
        Money::from_cents(cents)
    }
}

impl FundingLine {
    /// The most that is paid on this line.
    pub fn most(&self) -> Money {
        let whole = self.ceiling.cents() as f64 * f64::from(self.units.unwrap_or(1));
        let rate = self.rate.as_ref().map_or(1.0, |rate| rate.0);
        // Amounts are far below 2⁵³ cents: a float holds them exactly, and the rate is within 0 and 1.
        Money::from_cents((whole * rate).round() as u64)
    }
}

/// A share from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share(pub f64);

impl Decode for Share {
    fn decode(node: &Node<'_>, decoder: &mut Decoder) -> Option<Self> {
        let percents = node.as_text().and_then(|text| text.strip_suffix('%'));
        let percents: Option<f64> =
            percents.and_then(|text| text.trim().replace(',', ".").parse().ok());
        let (written, rate) = match percents {
            Some(percents) => (format!("{percents} %"), percents),
            None => {
                let rate = f64::decode(node, decoder)?;
                (rate.to_string(), rate)
            }
        };
        if percents.is_none() && (0.0..=1.0).contains(&rate) {
            return Some(Share(rate));
        }
        let help = if (0.0..=100.0).contains(&rate) {
            let share = rate / 100.0;
            say(
                format!("pour {rate} %, écrivez {share}"),
                format!("for {rate} %, write {share}"),
            )
        } else {
            say(
                "écrivez une part du tout, par exemple 0.55 pour 55 %",
                "write a part of the whole, such as 0.55 for 55 %",
            )
        };
        decoder.error(
            "bad-share",
            node.span,
            say(
                format!("un taux va de 0 à 1, pas {written}"),
                format!("a rate goes from 0 to 1, not {written}"),
            ),
            help,
        );
        None
    }
}

fn on_known_lines(this: &mut Funding, decoder: &mut Decoder, fields: &Fields<'_, '_>) {
    // A faulty line is told there: what names it is not at fault.
    if decoder.has_error_within(fields.at("lignes")) {
        return;
    }
    let titles = || this.lines.iter().map(|line| &*line.title);
    for line in this
        .expenses
        .iter()
        .filter_map(|expense| expense.line.as_ref())
    {
        if titles().any(|title| title == &*line.value) {
            continue;
        }
        let help = nearest(&line.value, titles()).map(|near| {
            say(
                format!("vouliez-vous dire « {near} » ?"),
                format!("did you mean “{near}”?"),
            )
        });
        decoder.fault(
            Diagnostic::error(
                "unknown-line",
                line.span,
                say(
                    format!(
                        "aucune ligne du financement ne s'intitule « {} »",
                        line.value
                    ),
                    format!("no line of the funding is called “{}”", line.value),
                ),
            )
            .maybe_help(help),
        );
    }
}
