#!/bin/sh
# Starts @name@ of BizOps. Looks for Java in BIZOPS_JAVA_HOME, JAVA_HOME, PATH; more Java options: BIZOPS_JAVA_OPTS
# (split at spaces); heap limit: BIZOPS_MAX_HEAP (default @heap@).

fail() {
    echo "CRITICAL @name@: $1" >&2
    exit 1
}

# Follows symbolic links to the file itself; sets $resolved.
resolve() {
    resolved=$1
    while [ -h "$resolved" ]; do
        link=$(readlink "$resolved")
        case $link in
            /*) resolved=$link ;;
            *) resolved=${resolved%/*}/$link ;;
        esac
    done
}

case $0 in
    */*) resolve "$0" ;;
    *) resolve "./$0" ;;
esac
home=$(cd "${resolved%/*}/.." && pwd -P) || fail "cannot enter the installation around $resolved"

if [ -n "${BIZOPS_JAVA_HOME:-}" ]; then
    java=$BIZOPS_JAVA_HOME/bin/java
elif [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
else
    java=$(command -v java) || fail "no Java found; install Java 17 or newer, or set BIZOPS_JAVA_HOME"
fi
[ -x "$java" ] || fail "no program $java; correct BIZOPS_JAVA_HOME or JAVA_HOME"

# The file "release" names the version without the cost of starting Java.
resolve "$java"
release=${resolved%/bin/java}/release
version=
if [ -r "$release" ]; then
    while IFS='=' read -r key value; do
        case $key in JAVA_VERSION) version=${value#\"} version=${version%\"} ;; esac
    done <"$release"
fi
if [ -z "$version" ]; then
    version=$("$java" -version 2>&1 | sed -n 's/^[a-z]* version "\([^"]*\)".*/\1/p')
fi
major=${version%%[!0-9]*}
[ "${major:-0}" -ge 17 ] || fail "$java is Java ${version:-of unknown version}; Java 17 or newer is needed, set BIZOPS_JAVA_HOME"

# Class data made by "bizops install-cache" for this very Java; without it, or if it does not fit, starting takes longer.
archive=
write=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile form=jsa
[ "$major" -lt 25 ] || write=-XX:AOTCacheOutput use=-XX:AOTCache form=aot
if [ -n "${BIZOPS_WRITE_ARCHIVE:-}" ]; then
    archive=$write=$BIZOPS_WRITE_ARCHIVE
    # Of this program alone, not of those that it starts.
    unset BIZOPS_WRITE_ARCHIVE
else
    for file in "$home/lib/cache/$version"*/@name@.$form; do
        [ -r "$file" ] && archive=$use=$file
    done
fi

# What ends at once need not be compiled well.
compiler=-XX:+TieredCompilation
case ${1:-} in --help | -h | --version | --about) compiler=-XX:TieredStopAtLevel=1 ;; esac

# Java cannot ask whether standard error is a terminal; progress is shown on one only.
terminal=false
[ -t 2 ] && terminal=true

# In the locale C, which cron has, Java names no file whose path has letters beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
        LC_CTYPE=C.UTF-8
        [ -z "${LC_ALL:-}" ] || LC_ALL=$LC_CTYPE
        export LC_CTYPE
        ;;
esac

# Java warns on standard output by default, which carries data here: hence the first two options.
# shellcheck disable=SC2086
exec "$java" \
    -Xlog:disable -Xlog:all=warning,cds*=off,class+path=off:stderr \
    ${archive:+"$archive"} "$compiler" \
    -XX:+UseSerialGC -Xms16m "-Xmx${BIZOPS_MAX_HEAP:-@heap@}" @tuning@ -XX:+ExitOnOutOfMemoryError \
    -Dfile.encoding=UTF-8 -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true \
    "-Dbizops.home=$home" "-Dbizops.terminal=$terminal" ${BIZOPS_JAVA_OPTS:-} \
    -cp "$home/lib/@jar@-@version@.jar" @main@ "$@"
