package bizops.sandbox.company;

import java.util.List;
import java.util.Locale;

/** Invented names and texts; some are there to be awkward: other scripts, quotes, backslashes, tabs, line ends, emoji. */
final class Words {
    private static final List<String> FIRST = List.of(
            "Mia", "Noah", "Aisha", "Łukasz", "Zoë", "Ana", "Jürgen", "Priya", "Olu", "Chloé", "İpek", "Mateo", "Hana",
            "Søren", "Grace", "Tomás", "Nia", "Ivan", "Leila", "Kofi", "Ingrid", "Raj", "Emma", "Diego", "Yuki", "美咲",
            "Omar", "Lucía", "Pavel", "Fatima", "Jack", "Nora", "Duc", "Elif", "Sam", "Björn", "Rosa", "Theo", "Amara");
    private static final List<String> LAST = List.of(
            "O'Brien",
            "Nguyễn",
            "Müller",
            "Şahin",
            "García",
            "Smith",
            "Okafor",
            "D'Angelo",
            "Ivanova",
            "Kowalski",
            "Andersson",
            "佐藤",
            "Patel",
            "Haddad",
            "Rossi",
            "Dubois",
            "Jones",
            "van der Berg",
            "Mendes",
            "Novák",
            "Khan",
            "Lee",
            "Castillo",
            "Fischer",
            "Moreau",
            "Singh",
            "Larsen",
            "Adeyemi",
            "Íñiguez",
            "Brown",
            "Silva",
            "Popescu",
            "Yılmaz",
            "Tanaka",
            "MacLeod",
            "Schäfer",
            "Cohen",
            "Bianchi",
            "Wójcik",
            "Achebe",
            "Flores",
            "St. John");
    private static final List<String> COMPANY_FIRST = List.of(
            "Northwind",
            "Ångström",
            "Blue Heron",
            "Copper",
            "Lumen",
            "Osier",
            "Tarn",
            "Granite",
            "Juniper",
            "Kestrel",
            "Meridian",
            "Nimbus",
            "Orchard",
            "Pioneer",
            "Quarry",
            "Redwood",
            "Saffron",
            "Tundra",
            "Umber",
            "Vantage",
            "Willow",
            "Zephyr",
            "Atlas",
            "Beacon",
            "Cedar",
            "Dune",
            "Ember",
            "Fjord",
            "Harbor",
            "Indigo",
            "Český",
            "Şimşek");
    private static final List<String> COMPANY_SECOND = List.of(
            "Mills",
            "Logistics",
            "Software",
            "Foods",
            "Energy",
            "Health",
            "Robotics",
            "Finance",
            "Media",
            "Textiles",
            "Analytics",
            "Airways",
            "Materials",
            "Instruments",
            "Systems",
            "Labs",
            "Pharma",
            "Motors");
    private static final List<String> SUFFIX =
            List.of("Inc.", "Ltd", "GmbH", "S.A.", "AB", "& Søns", "K.K.", "LLC", "A.Ş.");
    private static final List<String> TEXTS = List.of(
            "Met at the booth.\r\nWants a demo of the \"Enterprise\" plan 🚀",
            "Path on their server: C:\\data\\new\tand\tmore",
            "日本語のメモ。\n二行目もあります。",
            "Budget approved, 50% off? 'maybe'; see <b>notes</b> & call back",
            "Ein längerer Text über Straße, Größe und Übergänge.\n\n— Ende",
            "N/A",
            "null",
            "Comma, separated, \"quoted\", values",
            "Family 👩‍👩‍👧‍👦 and flag 🇹🇷 and 𝔘nicode");
    private static final List<String> TITLES = List.of(
            "VP Marketing",
            "Head of Data",
            "Marketing Manager",
            "CFO",
            "Revenue Operations Lead",
            "Data Engineer",
            "CTO",
            "Analyst",
            "Directeur général",
            "Chief of Staff",
            "Growth Manager",
            "IT Director");
    private static final List<List<String>> PLACES = List.of(
            List.of("Boston", "Massachusetts", "02110", "United States", "AMER"),
            List.of("Austin", "Texas", "73301", "United States", "AMER"),
            List.of("Toronto", "Ontario", "M5H 2N2", "Canada", "AMER"),
            List.of("São Paulo", "SP", "01310-100", "Brazil", "AMER"),
            List.of("München", "Bayern", "80331", "Germany", "EMEA"),
            List.of("İstanbul", "İstanbul", "34000", "Türkiye", "EMEA"),
            List.of("London", "", "EC1A 1BB", "United Kingdom", "EMEA"),
            List.of("Kraków", "Małopolskie", "30-001", "Poland", "EMEA"),
            List.of("東京", "東京都", "100-0001", "Japan", "APAC"),
            List.of("Sydney", "New South Wales", "2000", "Australia", "APAC"));

    private final Chance chance;
    private int companies;
    private int people;

    Words(Chance chance) {
        this.chance = chance;
    }

    String first() {
        return chance.of(FIRST);
    }

    String last() {
        return chance.of(LAST);
    }

    String title() {
        return chance.of(TITLES);
    }

    String text() {
        return chance.of(TEXTS);
    }

    /** City, state, postal code, country, region. */
    List<String> place() {
        return chance.of(PLACES);
    }

    /** A new company name; two companies may share one, their domains differ. */
    String company() {
        companies++;
        String name = chance.of(COMPANY_FIRST) + " " + chance.of(COMPANY_SECOND) + " " + chance.of(SUFFIX);
        return companies % 97 == 0 ? "\"" + name + "\" \\ Partners" : name;
    }

    /** A domain for the newest company. */
    String domain(String company) {
        String letters = company.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.substring(0, Math.min(12, letters.length())) + companies + ".example";
    }

    /** An address that no one else has. */
    String email(String first, String last, String domain) {
        people++;
        String letters = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
        return (letters.equals(".") ? "info" : letters) + people + "@" + domain;
    }

    String phone() {
        return "+1 555 " + (1000 + chance.between(0, 8999));
    }
}
