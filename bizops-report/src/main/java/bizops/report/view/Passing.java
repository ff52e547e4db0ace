package bizops.report.view;

import bizops.report.cube.CubeData;
import java.util.BitSet;

/** The rows of a cube that pass a tile's filters. Immutable. */
record Passing(CubeData cube, BitSet rows) {}
