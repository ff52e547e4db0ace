# Features of models, site and tools around. Sourced by twenty.sh.

# Begins beside the rest: a tap in one file, compiled by the JDK alone.
begin_conformance() {
    mkdir -p "$work/hello"
    (
        javac -proc:none -d "$work/hello" -cp "$home/lib/*" "$project/examples/tap-hello/src/hello/HelloTap.java" &&
            singer-check tap -- java -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=warning:stderr \
                -cp "$work/hello:$home/lib/*" hello.HelloTap
    ) >"$work/conformance.log" 2>&1 &
    conformance=$!
    children+=("$conformance")
}

conformance() {
    until grep -qE '^([0-9]+ rules: |CRITICAL )' conformance.log || ! kill -0 "$conformance" 2>/dev/null; do
        sleep 0.2
    done
    cat conformance.log
    tail -n 1 conformance.log >&3
    grep -qE '^[0-9]+ rules: [0-9]+ passed, 0 failed,' conformance.log
}

# Leaves the database and the sandbox up for the others.
demo() {
    until tail -n 1 demo.out 2>/dev/null | grep -q 'index.html$'; do
        kill -0 "$demo" || { cat demo.out demo.err; return 1; }
        sleep 0.2
    done
    page=$(tail -n 1 demo.out)
    [[ -s $page ]]
    grep -q 'CAC' "$page"
    ls "${page%/*}" | grep -c 'html$' | sed 's/$/ pages/' >&3
}

start_demo() {
    local command=("$project/examples/demo.sh")
    [[ -z ${BIZOPS_HOME:-} ]] || command=(bizops demo)
    "${command[@]}" --scale 0.02 --dir "$work/demo" --keep >"$work/demo.out" 2>"$work/demo.err" &
    demo=$!
    children+=("$demo")
}

# What the demo left running, for the features after it: a second database, the addresses, the invented company's leads.
use_the_demo() {
    ((failed == 0)) || { echo "Bail out! no demo"; exit 1; }
    company=$(echo "$work"/demo/company_*)
    site=$(dirname "$(tail -n 1 "$work/demo.out")")
    SANDBOX_URL=$(sed -n 's/^sandbox *\(http[^,]*\), settings.*/\1/p' "$work/demo.out")
    local url
    url=$(sed -n "s/^psql *psql '\(.*\)'$/\1/p" "$work/demo.out")
    psql -Xq "$url" -c 'CREATE DATABASE twenty'
    IFS=' ' read -r PG_USERNAME PG_PASSWORD PG_ADDRESS PG_PORT < <(sed -E 's,postgresql://([^:]+):([^@]+)@([^:]+):([0-9]+)/.*,\1 \2 \3 \4,' <<<"$url")
    PG_DATABASE=twenty
    # Those of psql.
    PGHOST=$PG_ADDRESS PGPORT=$PG_PORT PGUSER=$PG_USERNAME PGPASSWORD=$PG_PASSWORD PGDATABASE=$PG_DATABASE
    export SANDBOX_URL PG_USERNAME PG_PASSWORD PG_ADDRESS PG_PORT PG_DATABASE PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE
    home_project=$work/new
    mkdir -p "$home_project"
    (cd "$home_project" && bizops init) >"$work/init.log" 2>&1
    psql -Xq "$url" -c 'COPY (SELECT id, email, phone FROM raw_salesforce.lead) TO STDOUT' >"$work/leads"
    psql -Xq -c 'CREATE TABLE demo_leads (id text PRIMARY KEY, email text, phone text)' -c "\\copy demo_leads FROM $work/leads"
}

# Everything of the demo's own database.
demo_value() {
    PGDATABASE=${company##*/} value "$1"
}

review() {
    export PG_DEV_SCHEMA=dev CI_COMMIT_REF_SLUG=twice-the-spend CI_DEFAULT_BRANCH=main
    cp -r "$company/seeds" branch
    python3 - branch/spend.csv <<'END'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1])))
column = next(name for name in rows[0] if "amount" in name or "spend" in name)
for row in rows:
    row[column] = str(2 * float(row[column]))
with open(sys.argv[1], "w", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
END
    bizops-transform build --config "$company/warehouse.json" --seeds branch
    bizops-transform diff --config "$company/warehouse.json" --against '' --by total | tee diff.md
    grep -qi 'cac' diff.md
    bizops-transform drop --config "$company/warehouse.json" --with-history
    [[ $(demo_value "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'dev%'") == 0 ]]
}

explained() {
    bizops-transform explain cac --config "$company/warehouse.json" --limit 5 | tee explained
    grep -qi 'spend' explained
    (($(grep -c . explained) > 8))
}

site() {
    python3 "$project/examples/twenty/site.py" "$site" >&3
    if command -v chromium >/dev/null; then
        chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" \
            --host-resolver-rules='MAP * ~NOTFOUND' --print-to-pdf="$work/page.pdf" "file://$site/index.html"
        [[ $(head -c 5 page.pdf) == %PDF- ]]
    fi
}

roles() {
    psql -Xq -c "CREATE ROLE etl LOGIN PASSWORD 'etl'" -c "CREATE ROLE analyst LOGIN PASSWORD 'analyst'"
    printf 'grants:\n  loader: {members: [etl]}\n  reader: {members: [analyst]}\n' >>bizops.yml
    fails 2 bizops grants plan --check >plan.sql
    bizops grants apply
    [[ -z $(bizops grants plan --check) ]]
    as etl "CREATE TABLE raw_crm.made_by_the_loader (a int)"
    fails 1 as etl "CREATE TABLE marts.made_by_the_loader (a int)"
    fails 1 as analyst "SELECT FROM raw_crm.lead"
    fails 1 as analyst "CREATE TABLE marts.mine (a int)"
    as analyst "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'marts'"
    echo "$(grep -c ';$' plan.sql) statements, then none; each login tried what it must not" >&3
}

as() { # as LOGIN SQL
    PGUSER=$1 PGPASSWORD=$1 psql -XAtq -v ON_ERROR_STOP=1 -c "$2"
}

dry_runs() {
    bizops run --dry-run | tee dry
    grep -q '^  crm: .*tap-salesforce .* [|] .*target-postgres' dry
    # The table is there already, without the new field.
    sed 's/"amount": {"type": "number"}/&, "note": {"type": "string"}/' orders.singer | head -n 2 >wider.singer
    echo '{"default_target_schema": "aside", "schema_change": "freeze"}' >freeze.json
    target-postgres --config freeze.json --input wider.singer 2>freeze.log || true
    cat freeze.log
    grep -q 'note' freeze.log
    is 0 "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'aside' AND column_name = 'note'"
    bizops-transform drop --dry-run --config "$company/warehouse.json" | tee dry
    grep -qx 'would drop marts' dry
    [[ $(demo_value "SELECT count(*) > 0 FROM marts.total_performance") == t ]]
    coproc metabase { exec python3 "$project/examples/twenty/metabase.py"; }
    read -r address <&"${metabase[0]}"
    echo key >key
    bizops-report metabase --dry-run --url "$address" --api-key-file key | tee dry
    kill "$metabase_PID"
    grep -q '^create ' dry
}
