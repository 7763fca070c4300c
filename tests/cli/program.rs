//! Runs the built program as a shell would, with no display in reach.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// Invented.
pub const ARTICLE: &str = "\
الحكومة ترفض المقترح الجديد
أعلنت وزارة الخارجية القطرية، الأربعاء، رفضها المقترح الذي قدمه الوسطاء، مشيرة إلى أن أي اتفاق مشروط بوقف كامل للقتال.
وقال المتحدث باسم الوزارة إن \"بلاده لن ترسل 20 ألف جندي قبل ضمانات مكتوبة\".
";

/// A folder of this test's own, removed after it.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }
}

/// The program, in English, where no display can be opened.
pub fn mawqif() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mawqif"));
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.env("LC_ALL", "en_US.UTF-8");
    command.stdin(Stdio::null());
    command
}

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(command: &mut Command) -> Self {
        Self::from(command.output().unwrap())
    }

    /// Runs with this on standard input.
    pub fn fed(command: &mut Command, input: &[u8]) -> Self {
        let mut child = spawn(command.stdin(Stdio::piped()));
        child.stdin.take().unwrap().write_all(input).unwrap();
        Self::from(child.wait_with_output().unwrap())
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!err.contains("panicked"), "{err}");
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err,
        }
    }
}

pub fn spawn(command: &mut Command) -> Child {
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}
