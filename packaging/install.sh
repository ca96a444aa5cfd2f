#!/bin/sh
# Installs Workshop App for the current user, below ~/.local, or an update over an earlier version.
#
#     ./install.sh              check this folder and install it
#     ./install.sh uninstall    remove what was installed, but not the records
#
# Records and settings are in other folders, and are never touched.
set -eu
LC_ALL=C
umask 022

here=$(cd "$(dirname "$0")" && pwd -P)
local=$HOME/.local
app=$local/lib/workshop-app
data=${XDG_DATA_HOME:-$local/share}
list=$app/installed-files
oldest=@C_LIBRARY@

say() { printf '%s\n' "$*"; }
refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}

running() {
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/exe" 2>/dev/null)" = "$app/workshop-app" ] && return 0
    done
    return 1
}

# Menus, icons and file types are found through these; where a tool is missing, at the next login.
tell_desktop() {
    update-desktop-database -q "$data/applications" 2>/dev/null || true
    mkdir -p "$data/mime/packages" # without it the types of removed packages would stay
    update-mime-database "$data/mime" 2>/dev/null || true
    gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || true
}

remove_listed() {
    [ -f "$list" ] || return 0
    while IFS= read -r file; do
        rm -f -- "$file"
        rmdir -p -- "$(dirname "$file")" 2>/dev/null || true
    done <"$list"
}

uninstall() {
    [ -d "$app" ] || refuse "Workshop App is not installed in $app."
    remove_listed
    rm -rf -- "$app"
    rmdir -p -- "$local/lib" 2>/dev/null || true
    tell_desktop
    say "Workshop App is removed. Your records are kept, in $data/workshop-app."
}

check() {
    [ -f "$here/SHA256SUMS" ] || refuse "This package is not whole: SHA256SUMS is missing."
    (cd "$here" && sha256sum --check --quiet --strict SHA256SUMS >/dev/null 2>&1) ||
        refuse "This package is not whole, and nothing was changed. Please copy or download it again."
    [ "$(uname -m)" = "@MACHINE@" ] || refuse "This package is for @MACHINE@, not for $(uname -m)."
    found=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.* //')
    [ "$(printf '%s\n' "$oldest" "$found" | sort -V | head -n 1)" = "$oldest" ] ||
        refuse "This system is too old: Workshop App needs glibc $oldest, and this one has $found."
}

install_files() {
    rm -rf -- "$app.new"
    mkdir -p "$app.new"
    cp -R "$here/app/." "$app.new/"
    cp "$here/install.sh" "$app.new/"
    (cd "$here/share" && find . -type f) | sed 's|^\./||' >"$app.new/share-files"

    # The program is replaced in one step, before that nothing has changed.
    remove_listed
    rm -rf -- "$app.old"
    [ ! -d "$app" ] || mv "$app" "$app.old"
    mv "$app.new" "$app"
    rm -rf -- "$app.old"

    mkdir -p "$local/bin"
    ln -sf "$app/workshop-app" "$local/bin/workshop-app"
    say "$local/bin/workshop-app" >"$list"
    while IFS= read -r file; do
        mkdir -p "$(dirname "$data/$file")"
        cp "$here/share/$file" "$data/$file"
        say "$data/$file" >>"$list"
    done <"$app/share-files"
    rm -f "$app/share-files"
    # A desktop often does not have ~/.local/bin in its PATH.
    sed -i "s|^Exec=workshop-app|Exec=\"$app/workshop-app\"|; s|^TryExec=.*|TryExec=$app/workshop-app|" \
        "$data/applications/workshop-app.desktop"
    tell_desktop
}

name_missing() {
    plugin=$(find "$app" -name libqxcb.so)
    [ -n "$plugin" ] || return 0
    # as the app loads it, with the libraries in its own folder
    missing=$(LD_LIBRARY_PATH=$app/_internal ldd "$plugin" |
        sed -n 's/^[[:space:]]*\(.*\) => not found$/\1/p' | sort -u | tr '\n' ' ')
    [ -z "$missing" ] || say "Please install these libraries of your system: $missing"
}

case ${1:-install} in
install) ;;
uninstall) ;;
*) refuse "Usage: $0 [uninstall]" ;;
esac
[ -z "${SUDO_USER:-}" ] || refuse "Please run this as yourself, without sudo."
if running; then refuse "Please close Workshop App first."; fi
if [ "${1:-install}" = uninstall ]; then
    uninstall
else
    check
    install_files
    name_missing
    say "Workshop App is installed. It is in the menu, and $local/bin/workshop-app starts it."
    say "To remove it: $app/install.sh uninstall"
fi
