//! A real web server, running with a built page and its snippet on a free port of this machine, from a temporary folder.

use crate::built::{Built, EDITION, FILE};
use crate::settings::{Kind, Place};
use browser_tests::Outcome;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// What lies on the host beside the briefing and is none of its business.
pub(crate) const NEIGHBOUR: &str = "neighbour.html";

/// The running server. It ends, and its folder goes, when it is dropped.
pub(crate) struct Server {
    pub(crate) kind: Kind,
    port: u16,
    process: Child,
    folder: PathBuf,
}

impl Server {
    /// Starts a server for a built page, in the folder of the host that the page names.
    pub(crate) fn start(kind: Kind, page: &Built) -> Outcome<Server> {
        let folder = new_folder()?;
        let root = folder.join("root");
        let briefing = root.join(page.path.trim_matches('/'));
        copy(&page.folder, &briefing)?;
        add_edition(&briefing)?;
        fs::write(root.join(NEIGHBOUR), "<!doctype html><title>Neighbour</title>")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let place = Place { folder: &folder, root: &root, briefing: &briefing, port };
        let log = fs::File::create(folder.join("log"))?;
        let mut command = kind.command(&place)?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let process = command.spawn()?;
        let mut server = Server { kind, port, process, folder };
        server.wait()?;
        Ok(server)
    }

    /// The address of a path on the host.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn wait(&mut self) -> Outcome {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if self.process.try_wait()?.is_some() || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(format!("{} does not start:\n{log}", self.kind.name()).into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, and a folder that stays does no harm.
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn new_folder() -> Outcome<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("briefing-hosts-{}-{count}", std::process::id()));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Adds a copy of an edition to a page, packed as the page is.
fn add_edition(page: &Path) -> Outcome {
    let copy = page.join(EDITION);
    fs::create_dir_all(copy.with_file_name(""))?;
    for ending in ["", ".gz", ".br"] {
        let from = page.join(format!("{FILE}{ending}"));
        if from.exists() {
            copy_file(&from, &page.join(format!("{EDITION}{ending}")))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            copy_file(&path, &target)?;
        }
    }
    Ok(())
}

/// What has just changed may change again, and Apache tells of it in another way. So the copy is old.
fn copy_file(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to)?;
    let old = SystemTime::now() - Duration::from_secs(3600);
    Ok(fs::File::options().write(true).open(to)?.set_modified(old)?)
}
