//! Foster care: the file of the child who is placed; foster families have scopes of their own.

use super::{Area, Audience};
use crate::rights::Confidentiality;

/// Affidi familiari, consensual or ordered by a court.
pub(super) const AREA: Area = Area {
    audience: Audience::Minors,
    confidentiality: Confidentiality::Reserved,
    mini_equipe: false,
    under_court: true,
    home_care: false,
};
