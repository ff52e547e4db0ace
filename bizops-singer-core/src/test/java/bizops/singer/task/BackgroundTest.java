package bizops.singer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final BlockingQueue<String> discarded = new LinkedBlockingQueue<>();

    @Test
    void theResultIsThatOfTheWork() {
        try (Background<String> work =
                Background.begin("work", () -> Thread.currentThread().getName())) {
            assertThat(work.result()).isEqualTo("work");
        }
    }

    @Test
    void whatWentWrongIsThrownAsItWas() {
        IOException cut = new IOException("cut");
        IllegalArgumentException wrong = new IllegalArgumentException("wrong");
        StackOverflowError fatal = new StackOverflowError();

        assertThatThrownBy(() -> failing(cut).result(IOException.class)).isSameAs(cut);
        assertThatThrownBy(() -> failing(wrong).result()).isSameAs(wrong);
        assertThatThrownBy(() -> failing(fatal).result()).isSameAs(fatal);
        assertThatThrownBy(() -> failing(cut).result()).hasCause(cut);
    }

    @Test
    void aTakenResultIsNotDiscarded() {
        Background<String> work = Background.begin("work", () -> "result", discarded::add);

        work.result();
        work.close();

        assertThat(discarded).isEmpty();
    }

    @Test
    void aResultThatWaitedIsDiscardedWhenTheWorkIsAbandoned() throws InterruptedException {
        Background<String> work = Background.begin("work", () -> "result", discarded::add);

        work.close();

        assertThat(discarded.take()).isEqualTo("result");
    }

    @Test
    void aResultThatComesAfterTheWorkWasAbandonedIsDiscarded() throws InterruptedException {
        CountDownLatch abandoned = new CountDownLatch(1);
        Background<String> work = Background.begin(
                "work",
                () -> {
                    awaitAnyhow(abandoned);
                    return "late";
                },
                discarded::add);

        work.abandon();
        abandoned.countDown();

        assertThat(discarded.take()).isEqualTo("late");
    }

    @Test
    void closingEndsWorkThatWaits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread[] thread = new Thread[1];
        Background<String> work = Background.begin("work", () -> {
            thread[0] = Thread.currentThread();
            begun.countDown();
            new CountDownLatch(1).await();
            return "";
        });
        begun.await();

        work.close();

        assertThat(thread[0].isAlive()).isFalse();
    }

    @Test
    void whoeverWaitsCanBeAskedToStop() {
        CountDownLatch never = new CountDownLatch(1);
        try (Background<String> work = Background.begin("rows", () -> {
            never.await();
            return "";
        })) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(work::result)
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("waiting for \"rows\" was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Background<String> failing(Throwable why) {
        return Background.begin("work", () -> {
            if (why instanceof Error fatal) {
                throw fatal;
            }
            throw (Exception) why;
        });
    }

    private static void awaitAnyhow(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException asked) {
                continue; // work that does not listen
            }
        }
    }
}
