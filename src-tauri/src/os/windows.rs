//! Windows: written from Microsoft's documentation, type-checked, NOT YET TRIED on a Windows machine.
//!
//! A hidden top-level window on a thread of its own hears three messages: the session's lock
//! (`WM_WTSSESSION_CHANGE` after `WTSRegisterSessionNotification`), sleep (`WM_POWERBROADCAST`, broadcast to top-level
//! windows only, so a message-only window would not do) and the end of the session (`WM_ENDSESSION`).
//! The web engine's processes (`msedgewebview2.exe`) end with the process that hosts them; there is nothing to kill.

#![allow(
    unsafe_code,
    reason = "the calls of the Windows API are unsafe by declaration"
)]

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context as _, Result};
use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::Diagnostics::Debug::{
    SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode,
};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::RemoteDesktop::{NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DispatchMessageW, FindWindowW, GetMessageW, MSG, PBT_APMSUSPEND,
    PostMessageW, RegisterClassW, RegisterWindowMessageW, TranslateMessage, WM_ENDSESSION, WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE, WNDCLASSW, WS_OVERLAPPED, WTS_SESSION_LOCK,
};

use super::{Announce, Moment, Os};

/// The class of the hidden window; a second start finds the first by it.
const CLASS: &str = "CartellaMoments";
/// The message that a second start sends to the first.
const CALLED: &str = "CartellaCalled";
/// How long sleep and the end of the session wait for us at most.
const LEAVE_WITHIN: std::time::Duration = std::time::Duration::from_millis(1_500);

static ANNOUNCE: OnceLock<Announce> = OnceLock::new();

/// The Windows side.
pub struct Windows;

impl Os for Windows {
    fn seal(&self) -> Result<()> {
        // No error box and no Windows Error Reporting dump with the process's memory on a fault. Other programs of the
        // same user can still read the process: Windows knows no counterpart of Linux's "not dumpable".
        // SAFETY: takes flags and touches no memory of ours.
        unsafe { SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX) };
        Ok(())
    }

    fn home(&self) -> Result<PathBuf> {
        // Local, not Roaming: the archive must not travel to a server with the profile.
        let local = std::env::var_os("LOCALAPPDATA").context("LOCALAPPDATA is not set")?;
        Ok(PathBuf::from(local).join("Cartella"))
    }

    fn watch(&self, announce: Announce) {
        if ANNOUNCE.set(announce).is_ok() {
            std::thread::spawn(listen);
        }
    }

    fn end_children(&self) {}

    fn call(&self, _process: u32) {
        let class = wide(CLASS);
        // SAFETY: both names end with a zero and live through the calls; a window that is not there gives null.
        unsafe {
            let first = FindWindowW(class.as_ptr(), std::ptr::null());
            if !first.is_null() {
                PostMessageW(first, called(), 0, 0);
            }
        }
    }

    fn only_mine(&self, _folder: &Path) -> Result<()> {
        // What is under the user's own LOCALAPPDATA inherits rights for the user, the system and administrators.
        Ok(())
    }
}

/// Makes the hidden window and hears its messages until the process ends.
fn listen() {
    let class = wide(CLASS);
    // SAFETY: the class and its name live through the calls; the window belongs to this thread, which runs its loop.
    unsafe {
        let module = GetModuleHandleW(std::ptr::null());
        let description = WNDCLASSW {
            lpfnWndProc: Some(hear),
            hInstance: module,
            lpszClassName: class.as_ptr(),
            ..std::mem::zeroed()
        };
        if RegisterClassW(&description) == 0 {
            tracing::warn!("the system's moments cannot be heard: no window class");
            return;
        }
        let none = std::ptr::null_mut();
        let window = CreateWindowExW(
            0,
            class.as_ptr(),
            class.as_ptr(),
            WS_OVERLAPPED,
            0,
            0,
            0,
            0,
            none,
            none,
            module,
            std::ptr::null(),
        );
        if window.is_null() || WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION) == 0 {
            tracing::warn!("the lock of the session cannot be heard");
        }
        let mut message: MSG = std::mem::zeroed();
        while GetMessageW(&mut message, none, 0, 0) > 0 {
            TranslateMessage(&message);
            DispatchMessageW(&message);
        }
    }
}

/// The hidden window's procedure.
///
/// # Safety
/// Called by Windows only, with a window of our class.
unsafe extern "system" fn hear(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    let what_word = u32::try_from(what).unwrap_or(0);
    let moment = match message {
        WM_WTSSESSION_CHANGE if what_word == WTS_SESSION_LOCK => Some(Moment::SessionLocked),
        WM_POWERBROADCAST if what_word == PBT_APMSUSPEND => Some(Moment::Suspending),
        WM_ENDSESSION if what != 0 => Some(Moment::Ending),
        other if other == called() => Some(Moment::Called),
        _ => None,
    };
    if let (Some(moment), Some(announce)) = (moment, ANNOUNCE.get()) {
        announce(moment);
        if matches!(moment, Moment::Suspending | Moment::Ending) {
            // Windows goes on with its sleep or its end as soon as this procedure returns (2 and 5 seconds at most):
            // held until the process has left the record, which ends this thread too.
            std::thread::park_timeout(LEAVE_WITHIN);
        }
    }
    // SAFETY: passes on what Windows gave us.
    unsafe { DefWindowProcW(window, message, what, more) }
}

/// The number of our own message, the same in every process of the session.
fn called() -> u32 {
    static NUMBER: OnceLock<u32> = OnceLock::new();
    *NUMBER.get_or_init(|| {
        let name = wide(CALLED);
        // SAFETY: the name ends with a zero and lives through the call.
        unsafe { RegisterWindowMessageW(name.as_ptr()) }
    })
}

/// A text as Windows wants it: UTF-16 with a zero at the end.
fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}
