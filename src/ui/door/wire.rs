//! What goes between two processes of one user: a Unix domain socket, on Windows
//! a named pipe. Neither can be reached from another machine.

#[cfg(unix)]
pub use unix::*;
#[cfg(windows)]
pub use windows::*;

#[cfg(unix)]
mod unix {
    use std::fs::{Permissions, set_permissions};
    use std::io;
    use std::os::unix::fs::PermissionsExt;
    pub use std::os::unix::net::{UnixListener as Listener, UnixStream as Stream};
    use std::path::Path;
    use std::time::Duration;

    /// For the user alone: the folder is, and the socket too.
    pub fn listen(socket: &Path) -> io::Result<Listener> {
        let listener = Listener::bind(socket)?;
        set_permissions(socket, Permissions::from_mode(0o600))?;
        Ok(listener)
    }

    pub fn connect(socket: &Path) -> io::Result<Stream> {
        Stream::connect(socket)
    }

    /// The next read waits so long.
    pub fn wait_for(stream: &Stream, time: Duration) -> io::Result<()> {
        stream.set_read_timeout(Some(time))
    }
}

#[cfg(windows)]
mod windows {
    use std::io;
    use std::path::Path;
    use std::time::Duration;

    use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, ToNsName, traits};
    pub use interprocess::local_socket::{Listener, Stream, traits::ListenerExt};

    fn name(socket: &Path) -> io::Result<Name<'_>> {
        let stem = socket.file_stem().unwrap_or_default();
        stem.to_ns_name::<GenericNamespaced>()
    }

    /// Others may not write to a pipe unless they are told that they may.
    pub fn listen(socket: &Path) -> io::Result<Listener> {
        ListenerOptions::new().name(name(socket)?).create_sync()
    }

    pub fn connect(socket: &Path) -> io::Result<Stream> {
        traits::Stream::connect(name(socket)?)
    }

    /// A pipe may know no such limit: then a silent visitor holds its thread.
    pub fn wait_for(stream: &Stream, time: Duration) -> io::Result<()> {
        traits::Stream::set_recv_timeout(stream, Some(time))
    }
}
