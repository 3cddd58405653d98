// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Bridgehub} from "../../src/bridgehub/Bridgehub.sol";
import {MessageRoot} from "../../src/bridgehub/MessageRoot.sol";
import {Chain} from "../../src/chain/Chain.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {BatchHashing} from "../../src/common/BatchHashing.sol";
import {DA_SCHEME_BLOBS, DA_SCHEME_CALLDATA, DA_SCHEME_EMPTY, EMPTY_HASH} from "../../src/common/Constants.sol";
import {
    ChainConfig,
    ChainParams,
    CommitBatchInfo,
    FeeParams,
    L2TransactionRequestDirect,
    PubdataPricingMode,
    StoredBatchInfo
} from "../../src/common/Types.sol";
import {BlobsL1DAValidator} from "../../src/da/BlobsL1DAValidator.sol";
import {CalldataL1DAValidator} from "../../src/da/CalldataL1DAValidator.sol";
import {ValidiumL1DAValidator} from "../../src/da/ValidiumL1DAValidator.sol";
import {IBridgehub} from "../../src/interfaces/IBridgehub.sol";
import {ChainTypeManager} from "../../src/manager/ChainTypeManager.sol";
import {ValidatorTimelock} from "../../src/timelock/ValidatorTimelock.sol";
import {UnprovenVerifier} from "../../src/verifier/UnprovenVerifier.sol";
import {VerifierRegistry} from "../../src/verifier/VerifierRegistry.sol";
import {FakeAssetRouter} from "./FakeAssetRouter.sol";
import {Test} from "./Test.sol";
import {vm} from "./Vm.sol";

/// @title The settlement core with one chain on calldata, deployed in the order of the real deployment
abstract contract Core is Test {
    uint256 internal constant CHAIN_ID = 271;
    uint256 internal constant VERSION = uint256(31) << 32;
    uint256 internal constant NOW = 1_800_000_000;
    uint256 internal constant GAS_PRICE = 10 gwei;
    uint256 internal constant EXPIRATION = 4 days;
    uint256 internal constant NOT_OLDER = 3 days;
    bytes32 internal constant GENESIS = keccak256("genesis state");

    address internal immutable OWNER = vm.addr(1);
    address internal immutable ADMIN = vm.addr(2);
    address internal immutable OPERATOR = vm.addr(3);
    address internal immutable USER = vm.addr(4);
    address internal immutable STRANGER = vm.addr(5);

    Bridgehub internal hub;
    MessageRoot internal root;
    VerifierRegistry internal registry;
    ChainTypeManager internal manager;
    ValidatorTimelock internal timelock;
    BlobsL1DAValidator internal blobs;
    CalldataL1DAValidator internal calldatas;
    ValidiumL1DAValidator internal validium;
    FakeAssetRouter internal router;
    Chain internal chain;

    /// @dev The state commitment after the last batch that `next` made.
    StoredBatchInfo internal last;

    function setUp() public virtual {
        vm.warp(NOW);
        vm.txGasPrice(GAS_PRICE);
        hub = Bridgehub(proxy(address(new Bridgehub()), abi.encodeCall(Bridgehub.initialize, (OWNER))));
        root = new MessageRoot(IBridgehub(address(hub)));
        registry = new VerifierRegistry(OWNER);
        address code = address(new ChainTypeManager(address(hub), address(registry), address(root)));
        manager = ChainTypeManager(proxy(code, abi.encodeCall(ChainTypeManager.initialize, (OWNER))));
        code = address(new ValidatorTimelock());
        timelock = ValidatorTimelock(proxy(code, abi.encodeCall(ValidatorTimelock.initialize, (OWNER, 0))));
        blobs = new BlobsL1DAValidator();
        calldatas = new CalldataL1DAValidator();
        validium = new ValidiumL1DAValidator();
        router = new FakeAssetRouter();
        address verifier = address(new UnprovenVerifier());
        address implementation = address(new Chain(NOT_OLDER, EXPIRATION));

        vm.startPrank(OWNER);
        registry.setVerifier(VERSION, verifier);
        manager.registerDAValidator(address(blobs), DA_SCHEME_BLOBS);
        manager.registerDAValidator(address(calldatas), DA_SCHEME_CALLDATA);
        manager.registerDAValidator(address(validium), DA_SCHEME_EMPTY);
        manager.setProtocolVersion(VERSION, implementation);
        manager.setCurrentVersion(VERSION);
        hub.setAddresses(address(router), address(root));
        hub.addChainTypeManager(address(manager));
        vm.stopPrank();
        chain = createChain(CHAIN_ID);
        last = genesis();
    }

    function proxy(address implementation, bytes memory data) internal returns (address) {
        return address(new ERC1967Proxy(implementation, data));
    }

    function createChain(uint256 chainId) internal returns (Chain created) {
        bytes memory initData = abi.encode(params());
        bytes32 ether_ = AssetId.ofEther(block.chainid);
        vm.prank(OWNER);
        created = Chain(hub.createNewChain(chainId, address(manager), ether_, ADMIN, initData));

        bytes32[4] memory roles =
            [timelock.COMMITTER_ROLE(), timelock.PROVER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.REVERTER_ROLE()];
        vm.startPrank(ADMIN);
        for (uint256 i = 0; i < roles.length; ++i) {
            timelock.grantChainRole(address(created), roles[i], OPERATOR);
        }
        vm.stopPrank();
    }

    function params() internal view returns (ChainParams memory) {
        return ChainParams({
            genesisStateCommitment: GENESIS,
            daValidator: address(calldatas),
            operatorTimelock: address(timelock),
            priorityTxMaxGasLimit: 72_000_000,
            config: ChainConfig({fork: 3, blockGasLimit: 100_000_000, maxGasPerPubdata: 800}),
            feeParams: feeParams()
        });
    }

    function feeParams() internal pure returns (FeeParams memory) {
        return FeeParams({
            pubdataPricingMode: PubdataPricingMode.Rollup,
            batchOverheadL1Gas: 1_000_000,
            maxPubdataPerBatch: 120_000,
            maxL2GasPerBatch: 80_000_000,
            priorityTxMaxPubdata: 99_000,
            minimalL2GasPrice: 0.25 gwei
        });
    }

    function genesis() internal pure returns (StoredBatchInfo memory info) {
        info.batchHash = GENESIS;
        info.priorityOperationsHash = EMPTY_HASH;
    }

    /* Requests */

    /// @dev A deposit of `value` by USER with enough gas for anything small.
    function request(uint256 value) internal view returns (L2TransactionRequestDirect memory r) {
        r.chainId = CHAIN_ID;
        r.l2Contract = USER;
        r.l2Value = value;
        r.l2GasLimit = 500_000;
        r.l2GasPerPubdataByteLimit = 800;
        r.mintValue = hub.l2TransactionBaseCost(CHAIN_ID, GAS_PRICE, r.l2GasLimit, r.l2GasPerPubdataByteLimit) + value;
    }

    function send(L2TransactionRequestDirect memory r) internal returns (bytes32) {
        vm.deal(USER, r.mintValue);
        vm.prank(USER, USER);
        return hub.requestL2TransactionDirect{value: r.mintValue}(r);
    }

    function deposit(uint256 value) internal returns (bytes32) {
        return send(request(value));
    }

    /* Batches */

    /// @dev A valid batch that holds the priority operations `ops`.
    function batch(uint256 number, bytes32[] memory ops) internal view returns (CommitBatchInfo memory b) {
        b.batchNumber = uint64(number);
        b.newStateCommitment = keccak256(abi.encode("state", number));
        b.numberOfLayer1Txs = ops.length;
        b.numberOfLayer2Txs = 3;
        b.priorityOperationsHash = EMPTY_HASH;
        for (uint256 i = 0; i < ops.length; ++i) {
            b.priorityOperationsHash = BatchHashing.rollPriorityOperation(b.priorityOperationsHash, ops[i]);
        }
        b.l2LogsTreeRoot = keccak256(abi.encode("logs", number));
        b.operatorDAInput = abi.encode("pubdata", number);
        b.daCommitmentScheme = DA_SCHEME_CALLDATA;
        b.daCommitment = keccak256(b.operatorDAInput);
        b.firstBlockTimestamp = uint64(block.timestamp - 10);
        b.lastBlockTimestamp = uint64(block.timestamp);
        b.firstBlockNumber = uint64(10 * number - 9);
        b.lastBlockNumber = uint64(10 * number);
        b.chainId = CHAIN_ID;
        b.slChainId = block.chainid;
    }

    function batch(uint256 number) internal view returns (CommitBatchInfo memory) {
        return batch(number, new bytes32[](0));
    }

    function stored(CommitBatchInfo memory b) internal pure returns (StoredBatchInfo memory s) {
        s.batchNumber = b.batchNumber;
        s.batchHash = b.newStateCommitment;
        s.numberOfLayer1Txs = b.numberOfLayer1Txs;
        s.priorityOperationsHash = b.priorityOperationsHash;
        s.l2LogsTreeRoot = b.l2LogsTreeRoot;
        s.timestamp = b.lastBlockTimestamp;
        s.commitment = BatchHashing.batchOutputHash(b);
    }

    function one(CommitBatchInfo memory b) internal pure returns (CommitBatchInfo[] memory list) {
        list = new CommitBatchInfo[](1);
        list[0] = b;
    }

    function one(StoredBatchInfo memory b) internal pure returns (StoredBatchInfo[] memory list) {
        list = new StoredBatchInfo[](1);
        list[0] = b;
    }

    function one(bytes32 op) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = op;
    }

    function commitData(StoredBatchInfo memory previous, CommitBatchInfo[] memory list)
        internal
        pure
        returns (bytes memory)
    {
        return bytes.concat(hex"01", abi.encode(previous, list));
    }

    function commit(StoredBatchInfo memory previous, CommitBatchInfo memory b) internal {
        vm.prank(OPERATOR);
        timelock.commitBatchesSharedBridge(address(chain), b.batchNumber, b.batchNumber, commitData(previous, one(b)));
    }

    /// @dev Public input of one batch, computed here and not by the contract.
    function input(StoredBatchInfo memory previous, StoredBatchInfo memory s) internal view returns (uint256) {
        bytes32 hash = keccak256(bytes.concat(previous.batchHash, s.batchHash, chain.chainConfigHash(), s.commitment));
        return uint256(hash) % 2 ** 253;
    }

    function proveData(StoredBatchInfo memory previous, StoredBatchInfo[] memory list, uint256 publicInput)
        internal
        pure
        returns (bytes memory)
    {
        uint256[] memory proof = new uint256[](1);
        proof[0] = publicInput;
        return bytes.concat(hex"01", abi.encode(previous, list, proof));
    }

    function prove(StoredBatchInfo memory previous, StoredBatchInfo memory s) internal {
        bytes memory data = proveData(previous, one(s), input(previous, s));
        vm.prank(OPERATOR);
        timelock.proveBatchesSharedBridge(address(chain), s.batchNumber, s.batchNumber, data);
    }

    function executeData(StoredBatchInfo[] memory list) internal pure returns (bytes memory) {
        return bytes.concat(hex"01", abi.encode(list));
    }

    function execute(StoredBatchInfo memory s) internal {
        vm.prank(OPERATOR);
        timelock.executeBatchesSharedBridge(address(chain), s.batchNumber, s.batchNumber, executeData(one(s)));
    }

    function revertTo(uint256 newLast) internal {
        vm.prank(OPERATOR);
        timelock.revertBatchesSharedBridge(address(chain), newLast);
    }

    /// @dev Commits and proves the next batch after `last`, and moves `last` on.
    function proven(bytes32[] memory ops) internal returns (StoredBatchInfo memory s) {
        CommitBatchInfo memory b = batch(last.batchNumber + 1, ops);
        commit(last, b);
        s = stored(b);
        prove(last, s);
        last = s;
    }
}
