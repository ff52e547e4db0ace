package bizops.sandbox.copies;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** A list as a function of another, applied whenever somebody looks. */
public final class Seen<S, T> extends AbstractList<T> {
    private final List<S> rows;
    private final Function<? super S, ? extends T> view;

    public Seen(List<S> rows, Function<? super S, ? extends T> view) {
        this.rows = rows;
        this.view = view;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public T get(int index) {
        return view.apply(rows.get(index));
    }
}
