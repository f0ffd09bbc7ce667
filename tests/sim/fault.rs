//! Rules that can be left out, to see that they are missed. Only a run's constructor sets one; the product has none.

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A planted fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
        pub enum Fault {
            /// None: the protocol as it is.
            #[default]
            None,
            $($(#[$doc])* $name,)*
        }

        impl Fault {
            /// Every planted fault.
            pub const EACH: &[Self] = &[$(Self::$name),*];

            /// Its name in the file of finding seeds.
            pub fn name(self) -> String {
                format!("{self:?}")
            }

            /// The fault of a name.
            pub fn named(name: &str) -> Option<Self> {
                Self::EACH.iter().copied().find(|fault| fault.name() == name)
            }
        }
    };
}

faults! {
    /// The office's merge leaves alive what a write replaces.
    MergeIgnoresReplaces,
    /// The office answers, then dies before the commit.
    AnswerBeforeCommit,
    /// The office reads the newest number of a scope before it has the lock.
    NumberBeforeLock,
    /// The laptop takes the highest number it has for the one up to which nothing is missing.
    CursorTakesHighest,
    /// Cursor and page are two transactions.
    CursorAlone,
    /// A lost scope goes although something of it is pending.
    PurgeBeforePush,
    /// The rights of anybody who has some are asked instead of the author's.
    RightsOfAnother,
    /// What is refused is thrown away.
    QuarantineDropped,
    /// The office says that every digest is the same.
    DigestNotChecked,
    /// A right lost after what the author knew is a right she never had.
    LateRuleOff,
    /// Edits pass as late, like additions.
    LateEditsPass,
    /// A repeated push is taken for a new one.
    AcceptTwice,
    /// A backfill does not say what is dead in the changes it sends.
    BackfillStatesNothing,
    /// What was held before a fetch stays though it is not sent again.
    EnterKeepsWhatIsNotSent,
    /// A pull does not say what is dead.
    PullStatesNothing,
    /// Receipts of purges are thrown away.
    LeaveNotAcknowledged,
    /// A receipt counts for a right that was given again since.
    OldReceiptCounts,
    /// An accepted change goes back to the quarantine when an old verdict is told again.
    VerdictGoesBack,
    /// The office tells an adopted change's author that it is still refused.
    StaleVerdict,
    /// What comes after a refused change is not looked at.
    RefusedBlocksLater,
    /// What was granted once is sent for ever.
    RevokedIsSent,
    /// A right given again before the leaving was acknowledged is not noticed.
    RegrantForgotten,
    /// A refused change leaves its trace in the laptop's registers.
    QuarantineLeavesTrace,
    /// A write does not name what the author's own pending writes replaced.
    NoReach,
    /// A scope fetched again loses what is pending.
    RefetchOverwrites,
    /// A scope fetched again keeps what was wrongly taken for dead.
    RefetchKeepsDead,
    /// Sums are compared though something is pending.
    SumsWithPending,
    /// Nobody tells the author that her refused change was closed.
    SettledNotTold,
    /// Who opens a scope does not hold it.
    OpenerHoldsNothing,
    /// The stamp that orders what is shown is the device's own.
    StampNotCapped,
    /// The office keeps of an operation what it knows.
    UnknownIsDropped,
    /// A brief call is answered as if there were nothing to fetch whole.
    BriefOverlooksEnter,
    /// An interrupted fetch begins after what it had not received.
    FetchSkipsAhead,
}
