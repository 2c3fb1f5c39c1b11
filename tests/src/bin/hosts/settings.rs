//! The servers, as Debian packages them, and settings that a host might have, with the page's snippet in them.

use browser_tests::Outcome;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Nginx,
    /// With the module for brotli, and the snippet's line for it.
    NginxWithBrotli,
    Caddy,
    Apache,
}

/// Where a server finds what it needs.
pub(crate) struct Place<'a> {
    /// Its own folder.
    pub(crate) folder: &'a Path,
    /// What it serves.
    pub(crate) root: &'a Path,
    /// The briefing, in the root or below it.
    pub(crate) briefing: &'a Path,
    pub(crate) port: u16,
}

const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE: &str = "/usr/lib/apache2/modules";

impl Kind {
    pub(crate) const ALL: [Kind; 4] =
        [Kind::Nginx, Kind::NginxWithBrotli, Kind::Caddy, Kind::Apache];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Nginx => "nginx",
            Kind::NginxWithBrotli => "nginx with brotli",
            Kind::Caddy => "Caddy",
            Kind::Apache => "Apache",
        }
    }

    /// What Debian has it in.
    pub(crate) fn packages(self) -> &'static str {
        match self {
            Kind::Nginx => "nginx-light",
            Kind::NginxWithBrotli => "nginx-light libnginx-mod-http-brotli-static",
            Kind::Caddy => "caddy",
            Kind::Apache => "apache2",
        }
    }

    fn program(self) -> &'static str {
        match self {
            Kind::Nginx | Kind::NginxWithBrotli => "/usr/sbin/nginx",
            Kind::Caddy => "/usr/bin/caddy",
            Kind::Apache => "/usr/sbin/apache2",
        }
    }

    /// The file that is missing, if it is not installed.
    pub(crate) fn missing(self) -> Option<&'static str> {
        let module = if self == Kind::NginxWithBrotli { BROTLI } else { self.program() };
        [self.program(), module].into_iter().find(|it| !Path::new(it).exists())
    }

    /// The endings of the packed files that it hands out, the ones that it likes best first.
    pub(crate) fn endings(self) -> &'static [&'static str] {
        if self == Kind::Nginx { &["gz"] } else { &["br", "gz"] }
    }

    /// What starts it, as one process in the foreground; writes its settings.
    pub(crate) fn command(self, place: &Place) -> Outcome<Command> {
        let settings = place.folder.join("settings");
        let text = match self {
            Kind::Nginx | Kind::NginxWithBrotli => self.nginx(place)?,
            Kind::Caddy => caddy(place),
            Kind::Apache => apache(place)?,
        };
        fs::write(&settings, text)?;
        let mut command = Command::new(self.program());
        match self {
            Kind::Nginx | Kind::NginxWithBrotli => {
                command.arg("-p").arg(place.folder).arg("-c").arg(&settings);
            }
            Kind::Caddy => {
                command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&settings);
                command.env("HOME", place.folder).env_remove("XDG_CONFIG_HOME");
                command.env_remove("XDG_DATA_HOME");
            }
            Kind::Apache => {
                command.args(["-X", "-d"]).arg(place.folder).arg("-f").arg(&settings);
            }
        }
        Ok(command)
    }

    fn nginx(self, Place { folder, root, briefing, port }: &Place) -> Outcome<String> {
        let (folder, root) = (folder.display(), root.display());
        let file = briefing.join("hosting/nginx.conf");
        let mut module = String::new();
        if self == Kind::NginxWithBrotli {
            let snippet = fs::read_to_string(&file)?;
            fs::write(&file, snippet.replace("#brotli_static", "brotli_static"))?;
            module = format!("load_module {BROTLI};\n");
        }
        let snippet = file.display();
        Ok(format!(
            "{module}daemon off;
master_process off;
pid pid;
error_log stderr;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    gzip on;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        include {snippet};
    }}
}}
"
        ))
    }
}

fn caddy(Place { root, briefing, port, .. }: &Place) -> String {
    let (root, snippet) = (root.display(), briefing.join("hosting/Caddyfile"));
    let snippet = snippet.display();
    format!(
        "{{
    admin off
    auto_https off
}}
http://127.0.0.1:{port} {{
    root * {root}
    import {snippet}
    file_server
}}
"
    )
}

/// At the root the snippet is the folder's `.htaccess`, below it an `Include`: it says that it can be both.
fn apache(Place { folder, root, briefing, port }: &Place) -> Outcome<String> {
    let snippet = briefing.join("hosting/apache.conf");
    let mut within = format!("Include {}", snippet.display());
    if root == briefing {
        fs::copy(&snippet, briefing.join(".htaccess"))?;
        "AllowOverride FileInfo".clone_into(&mut within);
    }
    let modules: String =
        ["mpm_event", "authz_core", "deflate", "dir", "filter", "headers", "mime", "rewrite"]
            .iter()
            .map(|it| format!("LoadModule {it}_module {APACHE}/mod_{it}.so\n"))
            .collect();
    let (folder, root, briefing) = (folder.display(), root.display(), briefing.display());
    let user = if is_root()? { "User nobody\nGroup nogroup\n" } else { "" };
    Ok(format!(
        "{modules}{user}ServerName localhost
Listen 127.0.0.1:{port}
DefaultRuntimeDir {folder}
PidFile {folder}/pid
ErrorLog /dev/stderr
Include /etc/apache2/mods-available/mime.conf
Include /etc/apache2/mods-available/dir.conf
Include /etc/apache2/mods-available/deflate.conf
DocumentRoot {root}
<Directory {root}>
    Require all granted
</Directory>
<Directory {briefing}>
    {within}
</Directory>
"
    ))
}

fn is_root() -> Outcome<bool> {
    let id = Command::new("id").arg("-u").stderr(Stdio::null()).output()?;
    Ok(id.stdout.trim_ascii() == b"0")
}
