//! Diagrams of a schema: [`mermaid`] for documents that are rendered by others, [`svg`] as a drawing.

mod drawing;
mod layout;
mod mermaid;
mod picture;
mod svg;

pub use self::mermaid::mermaid;
pub use self::svg::svg;
