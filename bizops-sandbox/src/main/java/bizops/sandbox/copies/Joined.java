package bizops.sandbox.copies;

import java.util.AbstractList;
import java.util.List;

/** Two lists one behind the other, copied nowhere; as changeable as they are. */
public final class Joined<T> extends AbstractList<T> {
    private final List<? extends T> head;
    private final List<? extends T> tail;

    public Joined(List<? extends T> head, List<? extends T> tail) {
        this.head = head;
        this.tail = tail;
    }

    @Override
    public int size() {
        return head.size() + tail.size();
    }

    @Override
    public T get(int index) {
        return index < head.size() ? head.get(index) : tail.get(index - head.size());
    }
}
