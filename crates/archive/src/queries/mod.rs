//! Questions that a screen asks of the derived tables, one file a concept.
