# Shared by the scripts beside it, which source it: where things are, and one function for each thing that may be
# missing. Each `ensure_…` returns at once when its thing is there, else says in a line what it installs and why.
# shellcheck shell=bash

trunk_version=0.21.14
geckodriver_version=0.37.1
wasm_target=wasm32-unknown-unknown
debian_rust=(ca-certificates rustc-web cargo-web rust-web-src rust-web-llvm rustfmt-web rust-web-clippy)

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
PATH_BEFORE=$PATH
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
export TRUNK_SKIP_VERSION_CHECK=true

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
die() { say "$@"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
quietly() { "$@" >/dev/null 2>&1; }

# Bounds a command that may hang on a closed network, where the system can.
within() { if has timeout; then timeout "$@"; else shift; "$@"; fi; }

# --- Debian's packages ------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has sudo; then sudo "$@"
  else die "this needs root: run as root, or install sudo, or have someone run: $*"
  fi
}

has_package() { dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }

# install_packages WHY PACKAGE…: those of the packages that are missing.
install_packages() {
  local why=$1 package missing=()
  shift
  for package in "$@"; do has_package "$package" || missing+=("$package"); done
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${missing[*]} ($why)"
  refresh_package_lists
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null \
    || die "apt-get could not install ${missing[*]}: see its message above, mend it and run this again"
}

refresh_package_lists() {
  [ -z "${package_lists_are_fresh:-}" ] || return 0
  as_root apt-get update -qq || die "apt-get update failed: check the network and /etc/apt, and run this again"
  package_lists_are_fresh=yes
}

# --- The compiler -----------------------------------------------------------------------------------------------------

wanted_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml; }

# is_at_least WANTED FOUND: whether version FOUND is WANTED or newer.
is_at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

rust_is_new_enough() { is_at_least "$(wanted_rust)" "$(rustc --version 2>/dev/null | cut -d ' ' -f 2)"; }

# Whether the compiler that cargo uses in this folder can compile for the browser.
can_compile_wasm() {
  local libraries
  rust_is_new_enough || return 1
  libraries=$(rustc --print target-libdir --target "$wasm_target" 2>/dev/null) || return 1
  compgen -G "$libraries/libstd-*.rlib" >/dev/null || return 1
  [ ! -e "$libraries/built-for" ] || rustc -vV | cmp -s - "$libraries/built-for"
}

ensure_wasm_compiler() {
  can_compile_wasm && return
  if has rustup; then add_wasm_target && return; fi
  has apt-get || die "no Rust compiler for $wasm_target: install Rust $(wanted_rust) or newer from https://rustup.rs" \
    "(or bring it up to date with: rustup update stable), then run this again"
  install_debian_rust
  install_debian_wasm_std
  if has rustup; then use_debian_rust_here; fi
  can_compile_wasm || die "$(command -v rustc) still cannot compile for $wasm_target; check: rustc --version"
}

add_wasm_target() {
  say "adding $wasm_target with rustup (the briefing runs in the browser)"
  quietly within 120 rustup target add "$wasm_target" && can_compile_wasm
}

install_debian_rust() {
  local lld
  if has rustup; then say "rustup cannot add it (network, or an old toolchain): using Debian's compiler instead"; fi
  has_package rustc-web || refresh_package_lists
  apt-cache show rust-web-src >/dev/null 2>&1 || die "this system has no package rust-web-src: install Rust from" \
    "https://rustup.rs, run: rustup target add $wasm_target, then run this again"
  # The linker for wasm is an alternative of the same LLVM as the compiler's, and not among its dependencies.
  lld=$(apt-cache depends rust-web-llvm | sed -n 's/.*Depends: llvm-\([0-9]*\)$/lld-\1/p' | head -n 1)
  install_packages "Rust, its library source and the linker for wasm" "${debian_rust[@]}" "${lld:-lld}"
  PATH="/usr/bin:$PATH" rust_is_new_enough \
    || die "Debian's rustc is too old, $(wanted_rust) is needed: install Rust from https://rustup.rs, then run this again"
}

# Debian ships the standard library for wasm as source only: compile it once and put it where rustc looks.
install_debian_wasm_std() {
  local libraries work
  libraries=$(/usr/bin/rustc --print target-libdir --target "$wasm_target")
  quietly cmp <(/usr/bin/rustc -vV) "$libraries/built-for" && return
  say "compiling Rust's standard library for $wasm_target into $libraries (Debian has its source only; a minute or two)"
  work=$(mktemp -d)
  printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2024"\n' >"$work/Cargo.toml"
  mkdir "$work/src" && : >"$work/src/lib.rs"
  (cd "$work" && env RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort,proc_macro,test \
    /usr/bin/cargo build --quiet --release --target "$wasm_target" --target-dir target) \
    || die "the standard library did not compile: is crates.io reachable? Its message is above"
  rm -f "$work/target/$wasm_target"/release/deps/libnothing-*
  /usr/bin/rustc -vV >"$work/built-for"
  as_root rm -rf "$libraries"
  as_root mkdir -p "$libraries"
  as_root cp "$work/target/$wasm_target"/release/deps/*.rlib "$work/built-for" "$libraries/"
  rm -rf "$work"
}

# So that plain `trunk serve` finds Debian's compiler in this folder, on a machine that has rustup as well.
use_debian_rust_here() {
  quietly rustup toolchain link debian /usr
  quietly rustup override set debian --path "$root" || die "rustup override set debian failed: run it by hand in $root"
  say "this folder now uses Debian's compiler (undo with: rustup override unset; elsewhere nothing changes)"
}

# --- Tools ------------------------------------------------------------------------------------------------------------

# install_crate WHY CRATE ARGUMENT…: tools are compiled fast rather than made fast, it halves the wait.
install_crate() {
  local why=$1 crate=$2
  shift 2
  say "installing $crate from crates.io ($why; minutes, once)"
  env CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --force "$crate" "$@" \
    || die "cargo could not install $crate: its message is above; is crates.io reachable?"
}

version_of() { "$1" --version 2>/dev/null | head -n 1 | sed 's/^[^0-9]*\([0-9][0-9.]*\).*/\1/'; }

# locked_version CRATE: its version in Cargo.lock.
locked_version() { sed -n "/^name = \"$1\"\$/{n;s/^version = \"\\(.*\\)\"/\\1/p;}" Cargo.lock 2>/dev/null; }

ensure_trunk() {
  has trunk && is_at_least 0.21.0 "$(version_of trunk)" && return
  install_crate "it builds and serves the page" trunk --locked --version "$trunk_version" --no-default-features --features rustls
}

ensure_wasm_bindgen() {
  local wanted
  [ -e Cargo.lock ] || cargo generate-lockfile --quiet || die "no Cargo.lock, and cargo could not make one: see above"
  wanted=$(locked_version wasm-bindgen)
  [ -n "$wanted" ] || die "Cargo.lock names no wasm-bindgen: restore it with: git checkout Cargo.lock"
  [ "$(version_of wasm-bindgen)" = "$wanted" ] && return
  # Without --locked: its lock file may name versions that a registry mirror does not have yet.
  install_crate "it must equal wasm-bindgen $wanted in Cargo.lock" wasm-bindgen-cli --version "$wanted"
}

# ensure_node_modules FOLDER WHY: what FOLDER/package-lock.json names, in FOLDER/node_modules.
ensure_node_modules() {
  local folder=$1 why=$2
  cmp -s "$folder/package-lock.json" "$folder/node_modules/installed" && return
  if ! has npm; then
    has apt-get || die "npm is missing ($why): install Node.js 18 or newer (macOS: brew install node), then run this again"
    install_packages "$why" nodejs npm
  fi
  say "installing $folder/node_modules from npm ($why)"
  npm ci --prefix "$folder" --silent --no-audit --no-fund || die "npm ci in $folder failed: is the npm registry reachable?"
  cp "$folder/package-lock.json" "$folder/node_modules/installed"
}

# --- Browsers ---------------------------------------------------------------------------------------------------------

ensure_browsers() {
  if has apt-get; then
    install_packages "three browsers and their drivers for the tests" \
      chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-noto-cjk fonts-liberation
  else
    has chromedriver || die "chromedriver is missing (macOS: brew install chromedriver); the tests drive Chromium," \
      "Firefox and WebKit. WebKit needs Linux: elsewhere set BROWSERS=chromium,firefox"
  fi
  has geckodriver || install_crate "it drives Firefox" geckodriver --version "$geckodriver_version"
}

# --- Building ---------------------------------------------------------------------------------------------------------

has_library_source() { [ -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

ensure_library_source() {
  has_library_source && return
  has rustup && [ -z "${CARGO_NET_OFFLINE:-}" ] || return
  say "adding rust-src with rustup (the release compiles the standard library anew, for size)"
  quietly within 120 rustup component add rust-src && has_library_source
}

# Exports what makes the release small: the standard library compiled anew, for size, with panics that only trap.
use_small_std() {
  if ! ensure_library_source; then
    say "no library source, so the wasm is about a quarter larger than it need be (rustup component add rust-src)"
    return
  fi
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"
}
