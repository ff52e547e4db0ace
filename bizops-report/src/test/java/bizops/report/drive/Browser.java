package bizops.report.drive;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own. Owned by one thread. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern REQUESTED =
            Pattern.compile("\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    private final Path directory;
    private final ChromeDriver driver;

    private Browser(Path directory, ChromeDriver driver) {
        this.directory = directory;
        this.driver = driver;
    }

    /** Whether Chromium and its driver are installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** Starts one; {@code switches} are further arguments of its command line. */
    public static Browser start(String... switches) throws IOException {
        Path directory = Files.createTempDirectory("bizops-report-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--disable-ipc-flooding-protection",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-default-browser-check",
                "--force-prefers-reduced-motion",
                "--lang=en-GB",
                "--user-data-dir=" + directory.resolve("profile"));
        options.addArguments(switches);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        directory.resolve("files").toString(),
                        "profile.default_content_setting_values.automatic_downloads",
                        1));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(directory, new ChromeDriver(service, options));
        browser.open(URI.create("about:blank"));
        browser.requests();
        return browser;
    }

    public void open(URI page) {
        driver.get(page.toString());
    }

    /** What a script returns. */
    public @Nullable Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Gives the page that many CSS pixels, also fewer than a window may have. */
    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Whether the system asks for dark colours. */
    public void preferDark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** How wide the page is, in CSS pixels, as the browser has laid it out: no script is asked. */
    public int widest() {
        return size("cssContentSize", "width");
    }

    private int size(String of, String side) {
        Object all = driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get(of);
        if (all instanceof Map<?, ?> sizes && sizes.get(side) instanceof Number size) {
            return size.intValue();
        }
        throw new IllegalStateException("the page has no size");
    }

    /** The whole page as an image. */
    public void photograph(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        resize(size("cssLayoutViewport", "clientWidth"), size("cssContentSize", "height"));
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Lines of the console that are no mere information, since the last call. */
    public List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address that a page asked for since the last call. */
    public List<String> requests() {
        return StreamSupport.stream(
                        driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
                .map(LogEntry::getMessage)
                .map(REQUESTED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    /** The content of a file that the page gave, once it is there. */
    public String downloaded(String name) throws IOException, InterruptedException {
        Path file = directory.resolve("files").resolve(name);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            if (System.nanoTime() > end) {
                throw new IOException("no file " + name + " came out of the page");
            }
            Thread.sleep(50);
        }
        String content = Files.readString(file);
        Files.delete(file);
        return content;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
