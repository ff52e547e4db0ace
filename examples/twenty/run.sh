# Features of a project, and of taps of the archive. Sourced by twenty.sh.

# A project whose pipeline "load" takes leads from the sandbox's Salesforce.
crm_project() {
    cat >bizops.yml <<'END'
version: 1
environments: {prod: {schema_prefix: ""}}
taps:
  crm:
    command: tap-salesforce
    settings:
      login_url: ${SANDBOX_URL}
      client_id: ${SALESFORCE_CLIENT_ID}
      client_secret: ${SALESFORCE_CLIENT_SECRET}
      streams_to_discover: [Account, Lead]
    select: ["Lead.*", "!Lead.Phone"]
targets:
  warehouse: {command: target-postgres}
pipelines:
  load: {taps: [crm], target: warehouse, retries: 0}
END
    (umask 077 && grep ^SALESFORCE_CLIENT "$home_project/.env" >.env)
}

doctor() {
    crm_project
    psql -Xq -c "CREATE ROLE newcomer LOGIN PASSWORD 'newcomer'"
    SALESFORCE_CLIENT_SECRET=expired PG_USERNAME=newcomer PG_PASSWORD=newcomer fails 1 bizops doctor >doctor.out
    cat doctor.out
    grep -q '^FAIL  tap crm .*login failed.*client_secret' doctor.out
    grep -q '^FAIL  database .*permission denied for schema bizops.*GRANT' doctor.out
    grep -q '^OK    disk' doctor.out
    bizops run
    bizops history --json >runs
    grep -q '"exit_code":0' runs
    bizops doctor >doctor.out
    cat doctor.out
    grep -q '^OK    tap crm  *reads a record of every selected stream' doctor.out
    ! grep -q ^FAIL doctor.out
    echo "$(grep -c . doctor.out) findings, each with its remedy" >&3
}

patterns() {
    crm_project
    bizops discover
    bizops select | tee selected
    ! grep -q 'Phone' selected
    python3 - catalogs/crm.json <<'END'
import json, sys
chosen = {
    (stream["tap_stream_id"], *entry["breadcrumb"][1:])
    for stream in json.load(open(sys.argv[1]))["streams"]
    for entry in stream["metadata"]
    if entry["metadata"].get("selected")
}
assert ("Lead",) in chosen and ("Lead", "Email") in chosen, chosen
assert ("Lead", "Phone") not in chosen and ("Account",) not in chosen, chosen
END
}

# The settings of a tap for the sandbox's Salesforce, and more.
crm_settings() { # crm_settings [JSON]
    python3 - "$company/tap-salesforce.json" "${1:-{\}}" <<'END'
import json, sys
settings = json.load(open(sys.argv[1]))
settings["streams_to_discover"] = ["Lead"]
settings.update(json.loads(sys.argv[2]))
print(json.dumps(settings))
END
}

catalog() { # catalog CONFIG: everything that it discovers, selected
    tap-salesforce --config "$1" --discover | python3 -c '
import json, sys
catalog = json.load(sys.stdin)
for stream in catalog["streams"]:
    stream["metadata"].append({"breadcrumb": [], "metadata": {"selected": True}})
json.dump(catalog, sys.stdout)'
}

personal() {
    export BIZOPS_COLUMN_RULES_KEY=a-key-of-the-twenty-features
    crm_settings '{"column_rules": [{"stream": "Lead", "column": "Email", "rule": "hash"},
        {"stream": "Lead", "column": "*Phone", "rule": "null"}]}' >personal.json
    tap-salesforce --config personal.json --debug 2>personal.log >personal.singer
    ! grep -q '@' personal.singer
    ! grep -qF -f <(value "SELECT email FROM demo_leads") personal.log
    TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA=personal target-postgres --input personal.singer
    local plain hash
    read -r plain hash < <(value "SELECT d.email || ' ' || p.email FROM demo_leads AS d JOIN personal.lead AS p USING (id)
        WHERE d.email IS NOT NULL ORDER BY id LIMIT 1")
    python3 - "$plain" "$hash" <<'END'
import hashlib, hmac, sys
key = b"a-key-of-the-twenty-features"
assert hmac.new(key, sys.argv[1].strip().lower().encode(), hashlib.sha256).hexdigest() == sys.argv[2]
END
    is "0 0" "SELECT count(*) FILTER (WHERE email !~ '^[0-9a-f]{64}\$') || ' ' || count(phone) FROM personal.lead"
    echo "hashed as Python's hmac does it, no address in message, log or table" >&3
}

variables() {
    # Nothing but variables of these names, as a job of GitLab has them.
    local user='integration@bizops-sandbox.example'
    env -i PATH="$PATH" SFDC_URL="$SANDBOX_URL" SFDC_USERNAME="$user" SFDC_PASSWORD='sandboxDemo<Password>&1' \
        SFDC_SECURITY_TOKEN=sandboxDemoSecurityToken TAP_SALESFORCE_STREAMS_TO_DISCOVER='["Lead"]' \
        tap-salesforce --config ENV >variables.singer
    env -i PATH="$PATH" PG_ADDRESS="$PG_ADDRESS" PG_PORT="$PG_PORT" PG_DATABASE="$PG_DATABASE" \
        PG_USERNAME="$PG_USERNAME" PG_PASSWORD="$PG_PASSWORD" TARGET_POSTGRES_DEFAULT_TARGET_SCHEMA=variables \
        target-postgres --config ENV --input variables.singer
    is "$(value "SELECT count(*) FROM demo_leads")" "SELECT count(*) FROM variables.lead"
}

# As cron starts a job: no variable but PATH, a pipe of the shell, a state in a file; the target's settings are those of
# MeltanoLabs' and the tap gets its catalog by the flag that old taps have.
peers() {
    crm_settings >peers.json
    catalog peers.json >properties.json
    echo '{"sqlalchemy_url": "'"postgresql://$PG_USERNAME:$PG_PASSWORD@$PG_ADDRESS:$PG_PORT/$PG_DATABASE"'",
        "default_target_schema": "peers", "add_record_metadata": true, "load_method": "upsert"}' >peers-target.json
    for _ in 1 2; do
        env -i PATH="$PATH" bash -euo pipefail -c '
            tap-salesforce --config peers.json --properties properties.json $([ -s state.json ] && echo --state state.json) |
                target-postgres --config peers-target.json >states
            tail -n 1 states >state.json'
    done
    is "$(value "SELECT count(*) FROM demo_leads")" "SELECT count(*) FROM peers.lead"
    tap-salesforce --about --format=json | python3 -c 'import json, sys; assert "discover" in json.load(sys.stdin)["capabilities"]'
}

# gitlab-ci-local runs the jobs of a .gitlab-ci.yml without GitLab; .ci/check-pipelines installs it.
gitlab() {
    local runner
    runner=$(ls "$project"/{bizops-dist/src/test/js,target/ci-tools}/node_modules/.bin/gitlab-ci-local 2>/dev/null | head -n 1) || true
    [[ -n $runner ]] || { echo "not tried: .ci/check-pipelines installs gitlab-ci-local" >&3; return 0; }
    mkdir -p "$work/gitlab"
    cd "$work/gitlab"
    bizops init >&2
    cp "$work/bizops.yml" .
    # Variables of the project in GitLab, as .env stays out of git.
    set -a
    source "$work/.env"
    set +a
    git init -q -b main .
    git remote add origin https://gitlab.example.com/acme/numbers.git
    git add -A
    git -c user.name=ci -c user.email=ci@example.com commit -q -m numbers
    # The shell takes the place of the image that the jobs name.
    "$runner" --force-shell-executor --shell-isolation pages
    is "prod 0" "SELECT environment || ' ' || exit_code FROM bizops.pipeline_run ORDER BY started_at DESC LIMIT 1"
}
