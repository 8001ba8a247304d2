# Sourced by compare.sh and sweep.sh with the arguments CACHE …: installs the peers, and takes CACHE off.
mkdir -p "$1"
cache=$(cd "$1" && pwd)
shift

missing=()
command -v clp >/dev/null || missing+=(coinor-clp)
command -v glpsol >/dev/null || missing+=(glpk-utils)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || { echo "compare: install ${missing[*]}" >&2; exit 1; }
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -q >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    "${missing[@]}" >&2
fi

python=$cache/environment/bin/python
if ! cmp -s "$here/requirements.txt" "$cache/environment/installed"; then
  python3 -m venv --clear "$cache/environment"
  "$python" -m pip install --quiet --requirement "$here/requirements.txt" >&2
  cp "$here/requirements.txt" "$cache/environment/installed"
fi
