// Package linear tests that time is linear in the size of an input.
package linear

import (
	"runtime"
	"testing"
	"time"
)

const (
	// factor is how many times as large the larger input is. Quadratic time is factor times factor.
	factor = 16
	// most is how many times as long the larger input may take.
	most = 90
	// tries is how often a measurement is repeated: on a busy machine, the shortest time is the one that counts.
	tries    = 7
	attempts = 5
)

// Check fails a test if work takes much more than 16 times as long for an input of 16n as for one of n.
func Check(t testing.TB, name string, n int, work func(n int)) {
	t.Helper()
	ratio := 0.0
	for range attempts {
		small := measure(n, work)
		for range tries - 1 {
			small = min(small, measure(n, work))
		}
		// The first large input that is fast enough proves it: more measurements would only make the ratio smaller.
		for range tries {
			if ratio = float64(measure(factor*n, work)) / float64(small); ratio < most {
				return
			}
		}
	}
	t.Errorf("%s: an input %d times as large took %.1f times as long", name, factor, ratio)
}

// measure returns the time of work.
func measure(n int, work func(n int)) time.Duration {
	// The garbage of the work before takes no time of this one.
	runtime.GC()
	start := time.Now()
	work(n)
	return time.Since(start)
}
