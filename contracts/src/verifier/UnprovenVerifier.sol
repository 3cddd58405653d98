// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IVerifier} from "../interfaces/IVerifier.sol";

/// @title No proof at all, for development networks
/// @notice Accepts the public input that the guest gave, if it equals what L1 computed: a disagreement between node, guest
/// and contracts stops settlement, but a dishonest operator does not. It therefore works only on chain ids that are used
/// for local development and have no value: 9 and 270 (local settlement layers of ZKsync's tools), 1337 (geth, ganache),
/// 31337 (hardhat, foundry). The list is part of the code, and looked at in every call, because a chain id can change.
contract UnprovenVerifier is IVerifier {
    // 0x0
    // 0xd84a6772
    error NotADevelopmentChain(uint256 chainId);
    // 0x0
    // 0x2c4bf2ec
    error ProofLengthInvalid(uint256 words);
    // 0x0
    // 0x9fabf2a4
    error PublicInputMismatch(uint256 given, uint256 expected);

    /// @notice Batches became valid without a proof.
    event UnprovenBatchAccepted(address indexed chain, uint256 publicInput);

    constructor() {
        _checkDevelopmentChain();
    }

    /// @inheritdoc IVerifier
    /// @param proof [publicInput that the guest gave]
    function verify(uint256 publicInput, uint256[] calldata proof) external returns (bool) {
        _checkDevelopmentChain();
        if (proof.length != 1) revert ProofLengthInvalid(proof.length);
        if (proof[0] != publicInput) revert PublicInputMismatch(proof[0], publicInput);
        emit UnprovenBatchAccepted(msg.sender, publicInput);
        return true;
    }

    function _checkDevelopmentChain() private view {
        uint256 id = block.chainid;
        if (id != 9 && id != 270 && id != 1337 && id != 31337) revert NotADevelopmentChain(id);
    }
}
