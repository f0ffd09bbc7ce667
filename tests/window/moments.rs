//! The machine is left alone: logind, played by the test on a bus of its own, says so, and the record closes.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use gio::glib::variant::{ObjectPath, ToVariant as _};
use gio::glib::{MainContext, MainLoop};
use gio::{BusNameOwnerFlags, Cancellable, DBusConnection, DBusConnectionFlags, DBusNodeInfo};

use crate::stage::Stage;

const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const SESSION_PATH: &str = "/org/freedesktop/login1/session/_31";
const LOGIN_DESCRIPTION: &str = "<node><interface name='org.freedesktop.login1.Manager'>
  <method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/></method>
</interface></node>";

/// A message bus with a login service that answers which session the program belongs to.
struct Login {
    bus: Child,
    address: String,
    connection: DBusConnection,
    turning: MainLoop,
}

impl Login {
    fn start() -> Self {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon: is it installed? (`cargo xtask setup`)");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        let address = address.trim().to_owned();
        let flags = DBusConnectionFlags::AUTHENTICATION_CLIENT | DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
        let connection = DBusConnection::for_address_sync(&address, flags, None, Cancellable::NONE).unwrap();
        let turning = serve(&connection);
        Self {
            bus,
            address,
            connection,
            turning,
        }
    }

    fn say(&self, path: &str, interface: &str, signal: &str, what: Option<&gio::glib::Variant>) {
        self.connection
            .emit_signal(None, path, &format!("{LOGIN}.{interface}"), signal, what)
            .unwrap();
        self.connection.flush_sync(Cancellable::NONE).unwrap();
    }
}

impl Drop for Login {
    fn drop(&mut self) {
        self.turning.quit();
        let _ = self.bus.kill();
        let _ = self.bus.wait();
    }
}

/// Owns the login service's name and answers on a thread of its own.
fn serve(connection: &DBusConnection) -> MainLoop {
    let (ready, hear) = std::sync::mpsc::channel();
    let connection = connection.clone();
    std::thread::spawn(move || {
        let context = MainContext::new();
        context
            .with_thread_default(|| {
                let turning = MainLoop::new(Some(&context), false);
                let node = DBusNodeInfo::for_xml(LOGIN_DESCRIPTION).unwrap();
                let manager = node.lookup_interface("org.freedesktop.login1.Manager").unwrap();
                connection
                    .register_object(
                        LOGIN_PATH,
                        &manager,
                        |_, _, _, _, _, _, call| {
                            let session = ObjectPath::try_from(SESSION_PATH.to_owned()).unwrap();
                            call.return_value(Some(&(session,).to_variant()));
                        },
                        |_, _, _, _, _| false.to_variant(),
                        |_, _, _, _, _, _| false,
                    )
                    .unwrap();
                let owned = turning.clone();
                gio::bus_own_name_on_connection(
                    &connection,
                    LOGIN,
                    BusNameOwnerFlags::NONE,
                    move |_, _| ready.send(owned.clone()).unwrap(),
                    |_, _| (),
                );
                turning.run();
            })
            .unwrap();
    });
    hear.recv().unwrap()
}

/// Opens an archive on a machine whose login service is ours; what it says must lock.
fn locks(say: impl FnOnce(&Login)) {
    let login = Login::start();
    let mut stage = Stage::open_with(&[("DBUS_SYSTEM_BUS_ADDRESS", &login.address)]);
    stage.create_archive();
    let before = stage.process();
    say(&login);
    stage.after_lock(before);
    stage.driver.see("Sblocca l’archivio");
}

#[test]
fn the_record_closes_before_the_machine_sleeps() {
    locks(|login| {
        login.say(
            LOGIN_PATH,
            "Manager",
            "PrepareForSleep",
            Some(&(true,).to_variant()),
        )
    });
}

#[test]
fn the_record_closes_when_the_session_is_locked() {
    locks(|login| login.say(SESSION_PATH, "Session", "Lock", None));
}
