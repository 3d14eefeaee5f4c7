//! Applies a condition to the values of columns.

use super::Expression;
use crate::seed::pattern::Pattern;
use crate::seed::source::{Case, Shape, Source};

/// A time after which no default ends. Columns that must be in the future are after it.
const FUTURE: &str = "2040-01-01";

/// A condition on two columns: the first must be smaller than the second, or equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::seed) struct Order {
    pub(in crate::seed) small: String,
    pub(in crate::seed) large: String,
    pub(in crate::seed) or_equal: bool,
}

/// Restricts the sources so that the condition is true, as far as it is understood. Returns the order of columns that it
/// demands.
pub(in crate::seed) fn restrict(condition: &Expression, sources: &mut [Source]) -> Vec<Order> {
    let mut restriction = Restriction {
        sources,
        orders: Vec::new(),
    };
    restriction.apply(condition);
    restriction.orders
}

struct Restriction<'a> {
    sources: &'a mut [Source],
    orders: Vec<Order>,
}

impl Restriction<'_> {
    fn source(&mut self, name: &str) -> Option<&mut Source> {
        self.sources.iter_mut().find(|source| source.name == name)
    }

    fn apply(&mut self, condition: &Expression) {
        match condition {
            Expression::And(parts) => parts.iter().for_each(|part| self.apply(part)),
            Expression::Or(parts) => self.apply_or(parts),
            Expression::Not(inner) => self.apply_not(inner),
            Expression::Column(name) => self.only(name, &["true"]),
            Expression::Any(sides) => {
                if let (Expression::Column(name), Some(list)) = (&sides.0, constants(&sides.1)) {
                    self.only(name, &list);
                }
            }
            Expression::Binary(operator, sides) => self.compare(operator, &sides.0, &sides.1),
            _ => {}
        }
    }

    /// `a is null or a > 0`: any other value must satisfy the rest. `a = 1 or a = 2`: one of both.
    fn apply_or(&mut self, parts: &[Expression]) {
        let (nulls, rest): (Vec<&Expression>, Vec<&Expression>) = parts
            .iter()
            .partition(|part| matches!(part, Expression::IsNull(_)));
        if let ([Expression::IsNull(_)], [rest]) = (nulls.as_slice(), rest.as_slice()) {
            self.apply(rest);
            return;
        }
        let mut column = None;
        let mut choices = Vec::new();
        for part in parts {
            let (name, list) = match part {
                Expression::Any(sides) => (&sides.0, constants(&sides.1)),
                Expression::Binary(operator, sides) if operator == "=" => {
                    (&sides.0, constants(&sides.1))
                }
                _ => return,
            };
            let (Expression::Column(name), Some(list)) = (name, list) else {
                return;
            };
            if *column.get_or_insert(name) != name {
                return;
            }
            choices.extend(list);
        }
        if let Some(name) = column {
            self.only(name, &choices);
        }
    }

    fn apply_not(&mut self, inner: &Expression) {
        match inner {
            Expression::IsNull(column) => {
                if let Expression::Column(name) = &**column
                    && let Some(source) = self.source(name)
                {
                    source.nullable = false;
                }
            }
            Expression::Column(name) => self.only(name, &["false"]),
            Expression::Any(sides) => {
                if let (Expression::Column(name), Some(list)) = (&sides.0, constants(&sides.1))
                    && let Some(source) = self.source(name)
                {
                    source.rules.not.extend(list);
                }
            }
            Expression::Or(parts) => parts.iter().for_each(|part| self.apply_not(part)),
            Expression::Binary(operator, sides) => {
                if let Some(opposite) = opposite(operator) {
                    self.compare(opposite, &sides.0, &sides.1);
                }
            }
            _ => {}
        }
    }

    fn only<T: AsRef<str>>(&mut self, name: &str, list: &[T]) {
        let Some(source) = self.source(name) else {
            return;
        };
        let list = list.iter().map(AsRef::as_ref);
        let list = match source.unit() {
            // In the form in which values are compared with them.
            Some(unit) => list
                .filter_map(|text| unit.parse(text))
                .filter(|(_, exact)| *exact)
                .map(|(ticks, _)| unit.format(ticks))
                .collect(),
            None => list.map(str::to_owned).collect(),
        };
        source.rules.only(list);
    }

    fn compare(&mut self, operator: &str, left: &Expression, right: &Expression) {
        match (left, right) {
            (Expression::Column(a), Expression::Column(b)) => self.order(operator, a, b),
            (Expression::Column(name), value) => self.compare_column(operator, name, value),
            (Expression::Call(function, arguments), value) => {
                if let Some(Expression::Column(name)) = arguments.first() {
                    self.compare_call(operator, function, name, value);
                }
            }
            (value, Expression::Column(_) | Expression::Call(..)) => {
                if let Some(mirrored) = mirrored(operator)
                    && !matches!(value, Expression::Call(..))
                {
                    self.compare(mirrored, right, value);
                } else if operator == "=" {
                    self.compare(operator, right, value);
                }
            }
            _ => {}
        }
    }

    fn order(&mut self, operator: &str, left: &str, right: &str) {
        let (small, large) = match operator {
            "<" | "<=" => (left, right),
            ">" | ">=" => (right, left),
            _ => return,
        };
        self.orders.push(Order {
            small: small.to_owned(),
            large: large.to_owned(),
            or_equal: operator.ends_with('='),
        });
    }

    fn compare_column(&mut self, operator: &str, name: &str, value: &Expression) {
        // `email = lower(email)`
        if let (Expression::Call(function, arguments), "=") = (value, operator) {
            if matches!(arguments.as_slice(), [Expression::Column(inner)] if inner == name) {
                self.set_case(function, name);
            }
            return;
        }
        let Some(source) = self.source(name) else {
            return;
        };
        let text = match value {
            Expression::Constant(text) => text,
            Expression::Now if operator.starts_with('>') => FUTURE,
            Expression::Array(_) if operator == "<@" => {
                if let (Shape::Array(element), Some(list)) = (&mut source.shape, constants(value)) {
                    element.rules.only(list);
                }
                return;
            }
            _ => return,
        };
        match operator {
            "=" => self.only(name, &[text]),
            "<>" => {
                source.rules.not.insert(text.to_owned());
            }
            "~" | "~*" => {
                let pattern = Pattern::regex(text);
                source.rules.pattern = pattern.or(source.rules.pattern.take());
            }
            "~~" => source.rules.pattern = Some(Pattern::Like(text.to_owned())),
            operator => bound(source, operator, text),
        }
    }

    fn set_case(&mut self, function: &str, name: &str) {
        let case = match function {
            "lower" => Case::Lower,
            "upper" => Case::Upper,
            _ => return,
        };
        if let Some(source) = self.source(name) {
            source.rules.case = Some(case);
        }
    }

    /// `length(name) <= 20`, `jsonb_typeof(details) = 'object'`
    fn compare_call(&mut self, operator: &str, function: &str, name: &str, value: &Expression) {
        if let (Expression::Column(inner), "=") = (value, operator)
            && inner == name
        {
            self.set_case(function, name);
            return;
        }
        let (Expression::Constant(text), Some(source)) = (value, self.source(name)) else {
            return;
        };
        match function {
            "jsonb_typeof" | "json_typeof" if operator == "=" => {
                source.rules.json = Some(text.clone());
            }
            "length" | "char_length" | "character_length" | "octet_length" | "cardinality"
            | "array_length" => {
                let Ok(length) = text.parse::<usize>() else {
                    return;
                };
                match operator {
                    "<" => source.rules.shorter(length.saturating_sub(1)),
                    "<=" => source.rules.shorter(length),
                    ">" => source.rules.longer(length.saturating_add(1)),
                    ">=" => source.rules.longer(length),
                    "=" => {
                        source.rules.shorter(length);
                        source.rules.longer(length);
                    }
                    // `length(name) <> 0`
                    _ if length == 0 => source.rules.longer(1),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// Applies `<`, `<=`, `>` or `>=`.
fn bound(source: &mut Source, operator: &str, text: &str) {
    let Some((ticks, exact)) = source.unit().and_then(|unit| unit.parse(text)) else {
        return;
    };
    match operator {
        ">=" => source.rules.at_least(if exact { ticks } else { ticks + 1 }),
        ">" => source.rules.at_least(ticks + 1),
        "<=" => source.rules.at_most(ticks),
        "<" => source.rules.at_most(if exact { ticks - 1 } else { ticks }),
        _ => {}
    }
}

/// Returns the constants of a list: `array['a', 'b']`, `'{a,b}'`.
fn constants(list: &Expression) -> Option<Vec<String>> {
    let constant = |one: &Expression| match one {
        Expression::Constant(text) => Some(text.clone()),
        _ => None,
    };
    match list {
        Expression::Array(list) => list.iter().map(constant).collect(),
        Expression::Constant(text) => {
            let inner = text
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            match inner {
                // Elements in quotes are rare.
                Some(inner) if inner.contains('"') => None,
                Some(inner) => Some(inner.split(',').map(|one| one.trim().to_owned()).collect()),
                None => Some(vec![text.clone()]),
            }
        }
        _ => None,
    }
}

fn opposite(operator: &str) -> Option<&'static str> {
    Some(match operator {
        "=" => "<>",
        "<>" => "=",
        "<" => ">=",
        "<=" => ">",
        ">" => "<=",
        ">=" => "<",
        _ => return None,
    })
}

/// Returns the operator for exchanged sides.
fn mirrored(operator: &str) -> Option<&'static str> {
    Some(match operator {
        "=" => "=",
        "<>" => "<>",
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        _ => return None,
    })
}
