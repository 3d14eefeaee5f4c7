//! A plan for people.

use std::fmt;

use super::{Change, Danger, Plan};

/// Writes each change with its statements and dangers.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            change.fmt(f)?;
        }
        for object in &self.unmodelled {
            writeln!(f, "not compared: {} {}", object.kind, object.name)?;
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.verb, self.object)?;
        for statement in &self.statements {
            for line in statement.lines() {
                writeln!(f, "    {line}")?;
            }
        }
        for danger in &self.dangers {
            if danger.is_minor() {
                // The runner does what makes it safer.
                writeln!(f, "  - {}.", danger.fact())?;
            } else {
                writeln!(f, "  ! {danger}")?;
            }
        }
        Ok(())
    }
}

/// Writes the message with the number of rows, and the safer way.
impl fmt::Display for Danger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.", self.fact())?;
        if let Some(safer) = &self.hazard.safer {
            write!(f, " {safer}")?;
        }
        Ok(())
    }
}

impl Danger {
    /// Returns the message with the number of rows, without a full stop.
    pub(super) fn fact(&self) -> String {
        let message = self.hazard.message.trim_end_matches('.');
        match self.rows {
            Some(1) => format!("{message} (1 row)"),
            Some(rows) => format!("{message} ({rows} rows)"),
            None => message.to_owned(),
        }
    }
}
