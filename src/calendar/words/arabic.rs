//! Arabic words: Modern Standard Arabic, with times that keep their direction.

use jiff::civil::Weekday;

use super::{DASH, Phrases, Words, each};
use crate::calendar::{
    Days, Ordinals, PartOfDay, PublicHoliday, SchoolHoliday, TimeOfDay, TimeRange,
};

/// Arabic, written from right to left.
#[derive(Debug)]
pub struct Arabic;

const PHRASES: Phrases = Phrases {
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    days: [
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ],
    comma: "، ",
    semicolon: "؛ ",
    colon: ": ",
    // « و » is written with the word that follows it, and before each.
    between: " و",
    and: " و",
    after_weekday: " ",
    on: "يوم ",
    from_day: "من ",
    to_day: " إلى ",
    every_day: "كل يوم",
    in_even_weeks: " في الأسابيع الزوجية من السنة",
    in_odd_weeks: " في الأسابيع الفردية من السنة",
    of_the_month: " من كل شهر",
    by_appointment: "بموعد",
    except: "ما عدا ",
    on_excepted: "",
    outside: "خارج ",
    through: "بما في ذلك خلال ",
    during: "خلال ",
    in_holidays_only: "خلال العطل المدرسية فقط",
    outside_public_holidays: "ما عدا أيام العطل الرسمية",
    through_public_holidays: "بما في ذلك أيام العطل الرسمية",
    ask_about_holidays: "العطل المدرسية: يُرجى السؤال",
    ask_about_public_holidays: "أيام العطل الرسمية: يُرجى السؤال",
    unknown_school_calendar: "العطل المدرسية غير معروفة بعد",
    public_holiday: "يوم عطلة رسمية",
    ranks: ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "الأخير"],
    local_holiday: "يوم عطلة رسمية في بعض البلديات",
    closed: "مغلق ",
    open_on: "مفتوح يوم ",
};

/// The days after « كل يوم », which take no article.
const ANY_DAY: [&str; 7] = ["اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد"];

/// Begins and ends what runs from left to right whatever stands around it.
const ISOLATED: [char; 2] = ['\u{2066}', '\u{2069}'];

impl Words for Arabic {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn time(&self, time: TimeOfDay) -> String {
        let [begin, end] = ISOLATED;
        format!("{begin}{}:{:02}{end}", time.hour(), time.minute())
    }

    fn range(&self, range: TimeRange) -> String {
        format!(
            "من {} إلى {}",
            self.time(range.from()),
            self.time(range.to())
        )
    }

    fn short_range(&self, range: TimeRange) -> String {
        let ([begin, end], from, to) = (ISOLATED, range.from(), range.to());
        format!(
            "{begin}{}:{:02}{DASH}{}:{:02}{end}",
            from.hour(),
            from.minute(),
            to.hour(),
            to.minute()
        )
    }

    fn starting(&self, start: TimeOfDay) -> String {
        format!("ابتداء من الساعة {}", self.time(start))
    }

    fn part(&self, part: PartOfDay) -> &'static str {
        match part {
            PartOfDay::Morning => "صباحا",
            PartOfDay::Afternoon => "بعد الظهر",
            PartOfDay::Evening => "مساء",
        }
    }

    fn day_to_day(&self, first: Weekday, last: Weekday) -> String {
        format!("من {} إلى {}", self.weekday(first), self.weekday(last))
    }

    /// « يوم الاثنين الأول والثالث »: the ranks follow the day and agree with « يوم », a masculine, for Friday too.
    fn ranked_day(&self, day: Weekday, ordinals: Ordinals) -> String {
        let ranks = self.ranks(ordinals);
        format!("يوم {} {}", self.weekday(day), ranks)
    }

    fn every(&self, days: Days) -> String {
        let names = each(self, days, |day| {
            format!("يوم {}", super::of_week(&ANY_DAY, day))
        });
        format!("كل {names}")
    }

    fn every_other(&self, days: Days) -> String {
        let names = each(self, days, |day| format!("يوم {}", self.weekday(day)));
        format!("مرة كل أسبوعين، {names}")
    }

    fn school_holidays(&self, holiday: Option<SchoolHoliday>) -> &'static str {
        match holiday {
            None => "العطل المدرسية",
            Some(SchoolHoliday::Toussaint) => "عطلة الخريف المدرسية",
            Some(SchoolHoliday::Noel) => "عطلة عيد الميلاد المدرسية",
            Some(SchoolHoliday::Hiver) => "عطلة الشتاء المدرسية",
            Some(SchoolHoliday::Printemps) => "عطلة الربيع المدرسية",
            Some(SchoolHoliday::Ete) => "عطلة الصيف المدرسية",
            Some(SchoolHoliday::Ascension) => "عطلة عيد الصعود",
        }
    }

    fn public_holiday(&self, holiday: PublicHoliday) -> &'static str {
        match holiday {
            PublicHoliday::NewYear => "رأس السنة",
            PublicHoliday::GoodFriday => "الجمعة العظيمة",
            PublicHoliday::EasterMonday => "اثنين الفصح",
            PublicHoliday::LabourDay => "1 مايو، عيد العمال",
            PublicHoliday::Victory => "8 مايو، ذكرى نهاية الحرب عام 1945",
            PublicHoliday::Ascension => "عيد الصعود",
            PublicHoliday::WhitMonday => "اثنين العنصرة",
            PublicHoliday::NationalDay => "14 يوليو، العيد الوطني",
            PublicHoliday::Assumption => "15 أغسطس، عيد انتقال العذراء",
            PublicHoliday::AllSaints => "1 نوفمبر، عيد جميع القديسين",
            PublicHoliday::Armistice => "11 نوفمبر، ذكرى هدنة 1918",
            PublicHoliday::Christmas => "عيد الميلاد",
            PublicHoliday::SaintStephen => "26 ديسمبر، عيد القديس إسطفان",
            PublicHoliday::Abolition => "ذكرى إلغاء العبودية",
            PublicHoliday::MidLent => "منتصف الصوم الكبير",
            PublicHoliday::Schoelcher => "عيد فيكتور شولشر",
        }
    }
}
