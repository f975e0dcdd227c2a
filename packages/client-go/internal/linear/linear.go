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
		small, large := shortest(n, work), shortest(factor*n, work)
		if ratio = float64(large) / float64(small); ratio < most {
			return
		}
	}
	t.Errorf("%s: an input %d times as large took %.1f times as long", name, factor, ratio)
}

// shortest returns the shortest time of work.
func shortest(n int, work func(n int)) time.Duration {
	best := time.Duration(0)
	for try := range tries {
		// The garbage of the try before takes no time of this one.
		runtime.GC()
		start := time.Now()
		work(n)
		if took := time.Since(start); try == 0 || took < best {
			best = took
		}
		if best > time.Second {
			break
		}
	}
	return best
}
