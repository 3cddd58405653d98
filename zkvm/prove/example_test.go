package prove_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/params"
	"github.com/ashlar-labs/ashlar/zkvm/asm"
	"github.com/ashlar-labs/ashlar/zkvm/machine"
	"github.com/ashlar-labs/ashlar/zkvm/prove"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// One side proves a run; the other knows the program's digest and the output that it wants to see proven, and needs package machine only.
func Example() {
	ctx := context.Background()
	profile, err := params.ByName(params.InsecureDevName) // params.P100Name when it matters
	if err != nil {
		panic(err)
	}

	code := asm.Join(asm.Li(11, 42), asm.Halt()) // the first word of the output is 42
	loaded, err := rv64.Load(asm.Image(code, nil), nil)
	if err != nil {
		panic(err)
	}
	program, err := prove.Load(ctx, loaded, 2)
	if err != nil {
		panic(err)
	}
	prover := prove.New(profile)
	proof, _, err := prover.Prove(ctx, program, nil, prove.Options{Workers: 2})
	if err != nil {
		panic(err) // a *rv64.Trap when the run cannot be proven
	}
	encoded, err := prover.Keys().Encode(proof)
	if err != nil {
		panic(err)
	}

	keys := machine.NewKeys(profile)
	fmt.Println("as it is:", keys.Verify(ctx, program.Digest, [32]byte{42}, encoded))
	err = keys.Verify(ctx, program.Digest, [32]byte{43}, encoded)
	fmt.Println("of another output:", errors.Is(err, machine.ErrInvalidProof))
	// Output:
	// as it is: <nil>
	// of another output: true
}
