//! Colours as style sheets write them, and how well one is read on another.

/// A colour without transparency, each part from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Colour([f64; 3]);

impl Colour {
    /// Reads `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, `oklch()`, `oklab()`, `white` and `black`; none where it is another form, or lets through.
    pub(crate) fn parse(text: &str) -> Option<Colour> {
        let text = text.trim().to_ascii_lowercase();
        match text.as_str() {
            "white" => return Some(Colour([1.0; 3])),
            "black" => return Some(Colour([0.0; 3])),
            _ => {}
        }
        if let Some(hex) = text.strip_prefix('#') {
            return of_hex(hex);
        }
        let (name, parts) = text.strip_suffix(')')?.split_once('(')?;
        let parts: Vec<&str> = parts
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty())
            .collect();
        let is_opaque = parts
            .get(3)
            .is_none_or(|alpha| matches!(*alpha, "1" | "100%"));
        if !(3..=4).contains(&parts.len()) || !is_opaque {
            return None;
        }
        match name {
            "rgb" | "rgba" => {
                let mut all = [0.0; 3];
                for (slot, part) in all.iter_mut().zip(&parts) {
                    let share = match part.strip_suffix('%') {
                        Some(part) => part.parse::<f64>().ok()? / 100.0,
                        None => part.parse::<f64>().ok()? / 255.0,
                    };
                    *slot = share.clamp(0.0, 1.0);
                }
                Some(Colour(all))
            }
            "hsl" | "hsla" => {
                let hue: f64 = parts[0].trim_end_matches("deg").parse().ok()?;
                let share = |part: &str| part.trim_end_matches('%').parse::<f64>().ok();
                Some(of_hsl(
                    hue,
                    share(parts[1])? / 100.0,
                    share(parts[2])? / 100.0,
                ))
            }
            "oklch" | "oklab" => of_oklab(name, &parts),
            _ => None,
        }
    }

    /// The colour as a screen has it: red, green and blue.
    pub(crate) fn bytes(self) -> [u8; 3] {
        self.0.map(|part| (part * 255.0).round() as u8)
    }

    /// The contrast of two colours as WCAG 2 counts it: from 1 to 21.
    pub(crate) fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn of_hex(hex: &str) -> Option<Colour> {
    let digits: Vec<u32> = hex.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    let bytes: Vec<u32> = match digits.len() {
        3 | 4 => digits.iter().map(|digit| digit * 17).collect(),
        6 | 8 => digits
            .chunks(2)
            .map(|pair| pair[0] * 16 + pair[1])
            .collect(),
        _ => return None,
    };
    let is_opaque = bytes.get(3).is_none_or(|alpha| *alpha == 255);
    let part = |at: usize| f64::from(bytes[at]) / 255.0;
    is_opaque.then(|| Colour([part(0), part(1), part(2)]))
}

fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Colour {
    let spread = saturation * lightness.min(1.0 - lightness);
    let part = |offset: f64| {
        let k = (offset + hue / 30.0).rem_euclid(12.0);
        lightness - spread * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    };
    Colour([part(0.0), part(8.0), part(4.0)])
}

/// Reads `oklch(62% 0.17 250)` and `oklab(0.6 0.1 -0.1)`, as CSS Color 4 turns them into sRGB; what no screen shows
/// is brought to the nearest part that it shows.
fn of_oklab(name: &str, parts: &[&str]) -> Option<Colour> {
    let share = |part: &str, whole: f64| match part.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok().map(|n| n / 100.0 * whole),
        None => part.parse().ok(),
    };
    let lightness = share(parts[0], 1.0)?.clamp(0.0, 1.0);
    let second = share(parts[1], 0.4)?;
    let (a, b) = if name == "oklch" {
        let hue: f64 = parts[2].trim_end_matches("deg").parse().ok()?;
        let (sin, cos) = hue.to_radians().sin_cos();
        (second * cos, second * sin)
    } else {
        (second, share(parts[2], 0.4)?)
    };
    let cube = |a_part: f64, b_part: f64| (lightness + a_part * a + b_part * b).powi(3);
    let long = cube(0.396_337_777_4, 0.215_803_757_3);
    let medium = cube(-0.105_561_345_8, -0.063_854_172_8);
    let short = cube(-0.089_484_177_5, -1.291_485_548);
    let linear = [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short,
    ];
    Some(Colour(linear.map(|part| {
        let part = part.clamp(0.0, 1.0);
        if part <= 0.003_130_8 {
            part * 12.92
        } else {
            1.055 * part.powf(1.0 / 2.4) - 0.055
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_compared() {
        let colour = |text: &str| Colour::parse(text).unwrap();
        let contrast = |a: &str, b: &str| (colour(a).contrast(colour(b)) * 100.0).round() / 100.0;
        assert_eq!(contrast("#000", "white"), 21.0);
        assert_eq!(contrast("#777777", "#fff"), 4.48);
        assert_eq!(contrast("rgb(119 119 119)", "hsl(0, 0%, 100%)"), 4.48);
        assert_eq!(contrast("rgba(0, 0, 255, 1)", "hsl(60deg 100% 50%)"), 8.0);
        // Blue, red and a grey, as CSS Color 4 gives them.
        assert_eq!(contrast("oklch(45.2% 0.313 264.1)", "#00f"), 1.0);
        assert_eq!(contrast("oklch(0.628 0.258 29.23)", "#f00"), 1.0);
        assert_eq!(contrast("oklab(56.9% 0 0)", "#777"), 1.0);
        for text in ["#0008", "rgb(0 0 0 / 50%)", "oklch(1 0)", "#12", "#é", ""] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
