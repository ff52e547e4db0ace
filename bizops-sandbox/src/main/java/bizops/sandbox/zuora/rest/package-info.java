/** Zuora's HTTP APIs over one tenant: describe, AQuA, object export, Data Query, ZOQL actions. */
@NullMarked
package bizops.sandbox.zuora.rest;

import org.jspecify.annotations.NullMarked;
