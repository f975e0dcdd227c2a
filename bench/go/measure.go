package main

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"
)

// Cost is what one request, chunk or call costs.
type Cost struct {
	CPU    float64 `json:"cpu"`    // microseconds of the process, with its garbage collector
	Allocs float64 `json:"allocs"` // allocations
	Bytes  float64 `json:"bytes"`  // bytes of them
}

// Measure runs a function, and divides what it costs by the number of units that it handles.
func Measure(units int, run func() error) (Cost, error) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	started := cpu(syscall.RUSAGE_SELF)
	if err := run(); err != nil {
		return Cost{}, err
	}
	taken := cpu(syscall.RUSAGE_SELF) - started
	runtime.ReadMemStats(&after)
	each := 1 / float64(units)
	return Cost{
		CPU:    float64(taken.Nanoseconds()) / 1e3 * each,
		Allocs: float64(after.Mallocs-before.Mallocs) * each,
		Bytes:  float64(after.TotalAlloc-before.TotalAlloc) * each,
	}, nil
}

// cpu returns the CPU time of the process, or of its ended children.
func cpu(who int) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(who, &used); err != nil {
		panic(err) // it only fails for a wrong argument
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// Peak returns the resident memory in MB before a function, and its maximum of four samples a second in it.
func Peak(run func() error) (before, peak float64, err error) {
	debug.FreeOSMemory()
	before = resident()
	peak = before
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-done:
				return
			case <-time.After(250 * time.Millisecond):
				peak = max(peak, resident())
			}
		}
	}()
	err = run()
	close(done)
	<-stopped
	return before, max(peak, resident()), err
}

// resident returns the resident memory in MB: what Linux says, elsewhere what Go's runtime has from the system.
func resident() float64 {
	if text, err := os.ReadFile("/proc/self/statm"); err == nil {
		if fields := bytes.Fields(text); len(fields) > 1 {
			if pages, err := strconv.Atoi(string(fields[1])); err == nil {
				return float64(pages*os.Getpagesize()) / 1e6
			}
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return float64(memory.Sys-memory.HeapReleased) / 1e6
}
