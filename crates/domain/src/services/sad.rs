//! Home care of the elderly and disabled: plans, visits and hours live in a scope that home-care staff hold.

use super::{Area, Audience};
use crate::rights::Confidentiality;

/// Ordinary home care and protected discharges.
pub(super) const AREA: Area = Area {
    audience: Audience::Anyone,
    confidentiality: Confidentiality::Service,
    mini_equipe: false,
    under_court: false,
    home_care: true,
};
