package prove

import (
	"time"

	"github.com/ashlar-labs/ashlar/stark/prover"
)

// PhaseNames are the phases of a run in their order, StageNames the stages within them.
var (
	PhaseNames = []string{"execute", "cut", "commit", "segment", "boundary", "program"}
	StageNames = []string{
		"trace", string(prover.StageLDE), string(prover.StageHash), string(prover.StagePermutation), string(prover.StageQuotient),
		string(prover.StageEvaluate), string(prover.StageDeep), string(prover.StageFRI), string(prover.StageOpen),
	}
)

// Event is the start or the end of a phase of a run.
type Event struct {
	// Phase is one of PhaseNames; Index counts from one among Count of its kind, both zero
	// when there is one.
	Phase        string
	Index, Count int
	Done         bool
	Elapsed      time.Duration // of the phase, at its end
}

// Observer is told about events by the goroutine that proves.
type Observer func(Event)

// Stats say what a proof took.
type Stats struct {
	Cycles       uint64 // instructions executed
	Rows         uint64 // of the ROM executed: micro-sequences have more than one
	Segments     int
	TouchedCells int
	Cells        uint64 // base cells committed to in segments
	// Phases and Stages are times by phase, and by stage of the prover within all phases;
	// the stage "trace" is recording, filling and counting.
	Phases, Stages map[string]time.Duration
}

type watch struct {
	stats    Stats
	observer Observer
}

func newWatch(o Observer) *watch {
	if o == nil {
		o = func(Event) {}
	}
	return &watch{Stats{Phases: map[string]time.Duration{}, Stages: map[string]time.Duration{}}, o}
}

// begin starts a phase; the result ends it.
func (w *watch) begin(phase string, index, count int) func() {
	w.observer(Event{Phase: phase, Index: index, Count: count})
	start := time.Now()
	return func() {
		took := time.Since(start)
		w.stats.Phases[phase] += took
		w.observer(Event{phase, index, count, true, took})
	}
}

// trace starts the stage before the prover's; the result ends it.
func (w *watch) trace() func() {
	start := time.Now()
	return func() { w.stats.Stages["trace"] += time.Since(start) }
}

func (w *watch) stage(e prover.Event) {
	if e.Done {
		w.stats.Stages[string(e.Stage)] += e.Elapsed
	}
}
