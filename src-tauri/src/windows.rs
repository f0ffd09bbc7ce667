//! The two windows. They hold nothing between runs, go nowhere, open nothing, and are granted no permission.

use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{AppHandle, Manager as _, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The label of the window that unlocks.
pub const LOCK: &str = "lock";
/// The label of the window with the record.
pub const MAIN: &str = "main";

/// Opens the small window that unlocks.
///
/// # Errors
/// When the web engine does not start.
pub fn open_lock<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    hardened(app, LOCK, "lock.html")
        .inner_size(760.0, 640.0)
        .min_inner_size(420.0, 480.0)
        .build()
}

/// Opens the window with the record.
///
/// # Errors
/// When the web engine does not start.
pub fn open_main<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    hardened(app, MAIN, "index.html")
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 480.0)
        .build()
}

/// Closes a window if it is there, without asking it.
pub fn close<R: Runtime>(app: &AppHandle<R>, label: &str) {
    if let Some(window) = app.get_webview_window(label) {
        let _ = window.destroy();
    }
}

/// Brings the window that is there to the front.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    for window in [MAIN, LOCK]
        .iter()
        .filter_map(|label| app.get_webview_window(label))
    {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

fn hardened<'a, R: Runtime>(
    app: &'a AppHandle<R>,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, R, AppHandle<R>> {
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title("Cartella")
        .center()
        .incognito(!automated())
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
}

/// The window tests drive a development build; only there may the web engine be driven, and it then needs a
/// profile that is not incognito. A release is always incognito, which also shuts the driver out.
fn automated() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// Our own pages: `tauri://localhost` on Linux and macOS, `http://tauri.localhost` on Windows.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => cfg!(windows) && url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_own;

    fn own(url: &str) -> bool {
        is_own(&url.parse().unwrap())
    }

    #[test]
    fn the_windows_go_to_our_own_pages_and_nowhere_else() {
        assert!(own("tauri://localhost/index.html"));
        assert_eq!(own("http://tauri.localhost/lock.html"), cfg!(windows));
        for foreign in [
            "https://tauri.localhost.example.org/",
            "http://app.example.org/",
            "http://tauri.localhost:8080/",
            "tauri://example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!own(foreign), "{foreign}");
        }
    }
}
