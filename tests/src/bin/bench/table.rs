//! Samples of both pages, and the table of what they come to.

use std::fmt;

/// The same for our page and for the bare one.
#[derive(Default)]
pub(crate) struct Pair<T> {
    pub(crate) ours: T,
    pub(crate) bare: T,
}

impl<T> Pair<T> {
    /// Both, ours first.
    pub(crate) fn each(&self) -> [&T; 2] {
        [&self.ours, &self.bare]
    }

    /// Both, ours first.
    pub(crate) fn each_mut(&mut self) -> [&mut T; 2] {
        [&mut self.ours, &mut self.bare]
    }
}

/// What was measured of one thing, once a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    pub(crate) fn push(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// The smallest sample that this share of all do not exceed.
    fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil().max(1.0) as usize;
        sorted.get(rank - 1).copied().unwrap_or(f64::NAN)
    }

    fn largest(&self) -> f64 {
        self.quantile(1.0)
    }
}

/// What a thing measured is to come to, as a ratio to the bare page (`×`) or by itself: what is aimed at, and what it is to keep within. Both are printed, and nobody is stopped by them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Aim {
    pub(crate) goal: &'static str,
    pub(crate) gate: &'static str,
}

impl Aim {
    /// Nothing in particular.
    pub(crate) const NONE: Aim = Aim { goal: "", gate: "" };
}

struct Row {
    name: String,
    samples: Pair<Samples>,
    aim: Aim,
}

/// A line for each thing measured.
pub(crate) struct Table {
    names: Pair<String>,
    rows: Vec<Row>,
}

impl Table {
    /// A table of two pages with these names.
    pub(crate) fn new(names: Pair<String>) -> Table {
        Table { names, rows: Vec::new() }
    }

    /// Adds a thing measured.
    pub(crate) fn add(&mut self, name: &str, samples: Pair<Samples>) {
        self.add_with_aim(name, samples, Aim::NONE);
    }

    /// Adds a thing measured that is to come to something.
    pub(crate) fn add_with_aim(&mut self, name: &str, samples: Pair<Samples>, aim: Aim) {
        self.rows.push(Row { name: name.to_owned(), samples, aim });
    }

    /// Adds a thing measured once.
    pub(crate) fn add_one(&mut self, name: &str, samples: &Pair<f64>) {
        let [ours, bare] = samples.each().map(|it| Samples(vec![*it]));
        self.add(name, Pair { ours, bare });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:<46}", "")?;
        for name in self.names.each() {
            write!(out, "{:>10}{:>10}{:>10}", format!("{name} p50"), "p95", "max")?;
        }
        write!(out, "{:>10}{:>10}{:>10}{:>10}", "p50 ratio", "p95 ratio", "goal", "gate")?;
        for Row { name, samples, aim } in &self.rows {
            write!(out, "\n{name:<46}")?;
            for it in samples.each() {
                // For what is measured once, one number says it.
                let (p95, max) = if it.0.len() == 1 {
                    Default::default()
                } else {
                    (number(it.quantile(0.95)), number(it.largest()))
                };
                write!(out, "{:>10}{p95:>10}{max:>10}", number(it.quantile(0.5)))?;
            }
            let ratio = |share| ratio(samples.ours.quantile(share), samples.bare.quantile(share));
            write!(out, "{:>10}{:>10}", ratio(0.5), ratio(0.95))?;
            write!(out, "{:>10}{:>10}", aim.goal, aim.gate)?;
        }
        Ok(())
    }
}

fn number(value: f64) -> String {
    if value.is_nan() {
        "–".to_owned()
    } else if value.abs() < 100.0 && value.fract() != 0.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

fn ratio(ours: f64, bare: f64) -> String {
    if bare == 0.0 || bare.is_nan() { "–".to_owned() } else { format!("{:.2}", ours / bare) }
}
