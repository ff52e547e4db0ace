package bizops.singer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "postgresql://u:p@h:5433/d database=d,host=h,password=p,port=5433,user=u",
                "postgresql+psycopg2://u:p@h/d database=d,host=h,password=p,user=u",
                "postgres://u@h/d database=d,host=h,user=u",
                "postgresql://u:@h/d database=d,host=h,user=u",
                "postgresql://h/d database=d,host=h",
                "postgresql:///d database=d",
                "postgresql://u@/d database=d,user=u",
                "postgresql://h:/ host=h",
                "postgresql://[::1]:5433/d database=d,host=::1,port=5433",
                "postgresql://u:p@[fe80::1%25eth0]/d database=d,host=fe80::1%eth0,password=p,user=u",
                "postgresql://u%40x:p%2F%3A%40%C3%BC%25@h/d%20e database=d\u00a0e,host=h,password=p/:@ü%,user=u@x",
                "postgresql://u:a/b:c?d#e+f@h/d database=d,host=h,password=a/b:c?d#e+f,user=u",
                "postgresql://u:100%@h/d database=d,host=h,password=100%,user=u",
                "postgresql://u:%zz%4@h/d database=d,host=h,password=%zz%4,user=u",
                "postgresql://u:\uD83D\uDE00%20@h/d database=d,host=h,password=\uD83D\uDE00\u00a0,user=u",
                "postgresql://h/d?sslmode=verify-full&sslrootcert=%2Fa%20b&sslcert=c&sslkey=k&application_name=x+y"
                        + " application_name=x\u00a0y,database=d,host=h,ssl_cert=c,ssl_key=k,ssl_mode=verify-full,"
                        + "ssl_root_cert=/a\u00a0b",
                "postgresql://h/d? database=d,host=h",
                "postgresql://h/d?sslmode=require&sslmode=require database=d,host=h,ssl_mode=require"
            })
    void partsBecomeSettings(String url, String settings) {
        assertThat(said(url)).isEqualTo(settings.replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "mysql://u:s3cret@h/d",
                "postgresql:u:s3cret@h/d",
                "postgresql://u:s3cret@[::1/d",
                "postgresql://u:s3cret@h:s3cret/d",
                "postgresql://u:s3cret",
                "postgresql://u:s3@s3cret@h/d",
                "postgresql://u:s3@x/s3cret@h/d",
                "postgresql://u:s3cret@h,h2/d",
                "postgresql://u:s3cret@h/d\n",
                "postgresql://u:s3cret%FF@h/d",
                "postgresql://u@h/d?password=s3cret",
                "postgresql://u@h/d?s3cret%21=1",
                "postgresql://u@h/d?sslmode=s3cret&sslmode=other"
            })
    void whatIsWrongIsSaidWithoutTheText(String url) {
        assertThatThrownBy(() -> ConnectionUrl.settings(url))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> ConnectionUrl.settings("postgresql://h/d?sslmode=require&options=-csearch_path%3Dx"))
                .hasMessage("has the option 'options', which is not known here; leave it out (known are"
                        + " application_name, sslcert, sslkey, sslmode and sslrootcert)");
    }

    private static String said(String url) {
        Map<String, JsonNode> settings = new TreeMap<>(ConnectionUrl.settings(url));
        StringBuilder said = new StringBuilder();
        settings.forEach((name, value) ->
                said.append(said.isEmpty() ? "" : ",").append(name).append('=').append(value.asText()));
        return said.toString();
    }
}
