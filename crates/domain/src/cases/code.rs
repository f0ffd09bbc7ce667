//! The code of a case: what stands on paper in place of a name.

use crate::{ids::CaseId, services::Service};

/// Service and the end of the case's id ("TM-3F9A-12C0"): says nothing of the person, and the page of the case shows it.
#[must_use]
pub fn case_code(service: Service, case: CaseId) -> String {
    let end = case.uuid().as_u128() & 0xFFFF_FFFF;
    format!("{}-{:04X}-{:04X}", service.code(), end >> 16, end & 0xFFFF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_code_holds_the_service_and_the_end_of_the_id() {
        let case = CaseId(Uuid::from_u128(0xAAAA_0000_3F9A_12C0));
        assert_eq!(case_code(Service::TutelaMinori, case), "TM-3F9A-12C0");
    }
}
