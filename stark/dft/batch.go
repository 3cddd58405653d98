package dft

import (
	"context"
	"sync"
	"sync/atomic"
)

// eachColumn calls do for 0..n-1 on up to workers goroutines and returns the error of
// the lowest index that failed, after all of them have ended. A failure or the end of
// ctx keeps further calls from starting.
func eachColumn(ctx context.Context, n, workers int, do func(i int) error) error {
	var next atomic.Int64
	var stop atomic.Bool
	errs := make([]error, n)
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for !stop.Load() && ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = do(i); errs[i] != nil {
					stop.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return context.Cause(ctx)
}
