// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CommitBatchInfo, StoredBatchInfo} from "../../src/common/Types.sol";
import {BlobsL1DAValidator} from "../../src/da/BlobsL1DAValidator.sol";
import {CalldataL1DAValidator} from "../../src/da/CalldataL1DAValidator.sol";
import {ValidiumL1DAValidator} from "../../src/da/ValidiumL1DAValidator.sol";
import {Core} from "./Core.sol";
import {vm} from "./Vm.sol";

/// @dev test/vectors/blobs.json has real commitments and openings.
contract DataAvailabilityTest is Core {
    bytes private good;
    bytes32 private commitment;
    bytes32[] private hashes;
    bytes private oneInput;
    bytes32 private oneCommitment;
    bytes32 private oneHash;

    function setUp() public override {
        super.setUp();
        string memory file = vm.readFile("test/vectors/blobs.json");
        good = vm.parseJsonBytes(file, ".operatorDAInput");
        commitment = vm.parseJsonBytes32(file, ".daCommitment");
        hashes = vm.parseJsonBytes32Array(file, ".versionedHashes");
        oneInput = vm.parseJsonBytes(file, ".oneBlobInput");
        oneCommitment = vm.parseJsonBytes32(file, ".oneBlobDACommitment");
        oneHash = vm.parseJsonBytes32(file, ".oneBlobHash");
    }

    function refused(bytes memory input, bytes32 claimed, bytes4 reason) private {
        expectError(reason);
        blobs.checkDA(CHAIN_ID, 1, claimed, input);
    }

    function test_blobs() public {
        vm.blobhashes(hashes);
        blobs.checkDA(CHAIN_ID, 1, commitment, good);
    }

    function test_refusesMissingBlobs() public {
        refused(good, commitment, BlobsL1DAValidator.BlobMissing.selector);
        bytes32[] memory first = new bytes32[](1);
        first[0] = hashes[0];
        vm.blobhashes(first);
        refused(good, commitment, BlobsL1DAValidator.BlobMissing.selector);
    }

    function test_refusesOtherBlobs() public {
        (hashes[0], hashes[1]) = (hashes[1], hashes[0]);
        vm.blobhashes(hashes);
        refused(good, commitment, BlobsL1DAValidator.OpeningRefused.selector);
    }

    function test_refusesOtherCommitment() public {
        vm.blobhashes(hashes);
        refused(good, commitment ^ bytes32(uint256(1)), BlobsL1DAValidator.CommitmentMismatch.selector);
    }

    function test_refusesWrongLengthsAndCounts() public {
        vm.blobhashes(hashes);
        bytes4 reason = BlobsL1DAValidator.InputLengthInvalid.selector;
        refused("", commitment, reason);
        refused(new bytes(32), commitment, reason);
        refused(bytes.concat(good, hex"00"), commitment, reason);
        refused(new bytes(32 + 7 * 128), commitment, reason);
        refused(new bytes(159), commitment, reason);
    }

    /// @dev Fewer blobs than the batch was proven with give another commitment.
    function test_refusesFewerBlobs() public {
        vm.blobhashes(hashes);
        bytes memory shorter = new bytes(32 + 128);
        for (uint256 i = 0; i < shorter.length; ++i) {
            shorter[i] = good[i];
        }
        refused(shorter, commitment, BlobsL1DAValidator.CommitmentMismatch.selector);
    }

    /// @dev A changed pubdata hash moves z, a changed y, commitment or proof breaks the opening.
    function testFuzz_forgedOpeningsAreRefused(uint256 place, uint8 change) public {
        vm.assume(change != 0);
        vm.blobhashes(hashes);
        bytes memory forged = good;
        place = bound(place, 0, forged.length - 1);
        forged[place] ^= bytes1(change);
        refused(forged, commitment, BlobsL1DAValidator.OpeningRefused.selector);
    }

    function test_batchesOfOneTransactionUseBlobsInTurn() public {
        useBlobs();
        bytes32[] memory three = new bytes32[](3);
        (three[0], three[1], three[2]) = (oneHash, hashes[0], hashes[1]);
        vm.blobhashes(three);

        CommitBatchInfo[] memory list = new CommitBatchInfo[](2);
        (list[0], list[1]) = (blobBatch(1, oneCommitment, oneInput), blobBatch(2, commitment, good));
        list[1].firstBlockTimestamp = list[1].lastBlockTimestamp;
        bytes memory data = commitData(last, list);
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), 1, 2, data);
        eq(chain.getTotalBatchesCommitted(), 2);
    }

    function test_settlesWithBlobs() public {
        useBlobs();
        vm.blobhashes(hashes);
        CommitBatchInfo memory b = blobBatch(1, commitment, good);
        commit(last, b);
        StoredBatchInfo memory s = stored(b);
        prove(last, s);
        execute(s);
    }

    function test_calldata() public {
        calldatas.checkDA(CHAIN_ID, 1, keccak256("pubdata"), "pubdata");
        expectError(CalldataL1DAValidator.CommitmentMismatch.selector);
        calldatas.checkDA(CHAIN_ID, 1, keccak256("pubdata"), "pubdatb");
        expectError(CalldataL1DAValidator.CommitmentMismatch.selector);
        calldatas.checkDA(CHAIN_ID, 1, keccak256("pubdata"), "");
    }

    function test_validium() public {
        bytes32 hash = keccak256("pubdata");
        validium.checkDA(CHAIN_ID, 1, hash, abi.encode(hash));
        expectError(ValidiumL1DAValidator.CommitmentMismatch.selector);
        validium.checkDA(CHAIN_ID, 1, hash, abi.encode(uint256(1)));
        expectError(ValidiumL1DAValidator.CommitmentMismatch.selector);
        validium.checkDA(CHAIN_ID, 1, hash, bytes.concat(hash, hex"00"));
        expectError(ValidiumL1DAValidator.CommitmentMismatch.selector);
        validium.checkDA(CHAIN_ID, 1, hash, "");
        bytes memory pubdata = "more than thirty-two bytes of pubdata";
        validium.checkDA(CHAIN_ID, 1, keccak256(pubdata), pubdata);
        expectError(ValidiumL1DAValidator.CommitmentMismatch.selector);
        validium.checkDA(CHAIN_ID, 1, keccak256(pubdata), bytes.concat(pubdata, hex"00"));
    }

    function useBlobs() private {
        vm.prank(ADMIN);
        chain.setDAValidator(address(blobs));
    }

    function blobBatch(uint256 number, bytes32 da, bytes memory input_)
        private
        view
        returns (CommitBatchInfo memory b)
    {
        b = batch(number);
        b.daCommitmentScheme = 4;
        b.daCommitment = da;
        b.operatorDAInput = input_;
    }
}
