package prover

import "time"

// Stage is a part of the work. See the package comment.
type Stage string

// Stages.
const (
	StageLDE         Stage = "lde"
	StageHash        Stage = "hash"
	StagePermutation Stage = "permutation"
	StageQuotient    Stage = "quotient"
	StageEvaluate    Stage = "evaluate"
	StageDeep        Stage = "deep"
	StageFRI         Stage = "fri"
	StageOpen        Stage = "open"
)

// Stages lists the stages in the order in which they come first.
var Stages = []Stage{StageLDE, StageHash, StagePermutation, StageQuotient, StageEvaluate, StageDeep, StageFRI, StageOpen}

// Event is the start (Done false) or the end of a part of a stage.
type Event struct {
	Stage   Stage
	Done    bool
	Cells   int           // base cells of traces that the part works on
	Elapsed time.Duration // at the end
}

// Observer is told about events, one after the other, by the goroutine that proves.
type Observer func(Event)

// run calls work between the two events of a part of a stage.
func (o Observer) run(stage Stage, cells int, work func() error) error {
	if o == nil {
		return work()
	}
	o(Event{Stage: stage, Cells: cells})
	start := time.Now()
	err := work()
	o(Event{Stage: stage, Done: true, Cells: cells, Elapsed: time.Since(start)})
	return err
}
