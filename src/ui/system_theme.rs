//! Whether the desktop is set to dark, where the window system does not tell.
//!
//! On Linux no window system says so; the desktops keep it in settings of
//! their own. They are asked on a thread, at the start and whenever the window
//! comes to the front again, never while painting.

use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

#[derive(Default)]
pub struct SystemTheme {
    asked: Option<Receiver<bool>>,
    dark: bool,
}

impl SystemTheme {
    /// Asks again; does nothing while an answer is under way.
    pub fn ask(&mut self, wake: impl Fn() + Send + 'static) {
        if self.asked.is_some() || !cfg!(target_os = "linux") {
            return;
        }
        let (send, asked) = channel();
        let started = thread::Builder::new()
            .name("mawqif-theme".to_owned())
            .spawn(move || {
                if send.send(desktop_is_dark()).is_ok() {
                    wake();
                }
            });
        self.asked = started.is_ok().then_some(asked);
    }

    /// As last known; light until the desktop has answered.
    pub fn is_dark(&mut self) -> bool {
        if let Some(answer) = self.asked.as_ref().and_then(|asked| asked.try_recv().ok()) {
            self.dark = answer;
            self.asked = None;
        }
        self.dark
    }
}

fn desktop_is_dark() -> bool {
    if let Ok(theme) = std::env::var("GTK_THEME") {
        return is_dark_name(&theme);
    }
    if std::env::var("XDG_CURRENT_DESKTOP").is_ok_and(|desktop| desktop.contains("KDE")) {
        let file = directories::BaseDirs::new().map(|dirs| dirs.config_dir().join("kdeglobals"));
        let read = file.and_then(|file| std::fs::read_to_string(file).ok());
        return read.is_some_and(|text| kde_is_dark(&text));
    }
    let key = ["get", "org.gnome.desktop.interface", "color-scheme"];
    let answer = Command::new("gsettings")
        .args(key)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output();
    answer.is_ok_and(|answer| is_dark_name(&String::from_utf8_lossy(&answer.stdout)))
}

/// "prefer-dark", "Adwaita:dark", "BreezeDark".
fn is_dark_name(name: &str) -> bool {
    name.to_ascii_lowercase().contains("dark")
}

fn kde_is_dark(globals: &str) -> bool {
    let mut lines = globals.lines().map(str::trim);
    lines
        .find_map(|line| line.strip_prefix("ColorScheme="))
        .is_some_and(is_dark_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_dark_schemes_are_known() {
        assert!(is_dark_name("'prefer-dark'\n"));
        assert!(is_dark_name("Adwaita:dark"));
        assert!(!is_dark_name("'default'"));
        assert!(!is_dark_name(""));
    }

    #[test]
    fn the_scheme_is_found_among_other_settings() {
        let globals = "[General]\nName=Dark\nColorScheme=BreezeLight\n[KDE]\nx=1\n";
        assert!(!kde_is_dark(globals));
        assert!(kde_is_dark("[General]\nColorScheme=BreezeDark\n"));
        assert!(!kde_is_dark("[General]\n"));
    }
}
