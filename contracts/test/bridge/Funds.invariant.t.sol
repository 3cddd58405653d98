// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AssetId} from "../../src/common/AssetId.sol";
import {FinalizeL1DepositParams, TxStatus} from "../../src/common/Types.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {BridgeFixture} from "./BridgeFixture.sol";

/// @dev Users of two chains, honest and not. What L2 does is modelled: a chain sends any message about what it has, and
/// sometimes about what it has not.
contract BridgeHandler is BridgeFixture {
    struct Pending {
        uint256 chain;
        uint256 asset;
        uint256 amount;
        bytes32 txHash;
        bool used;
    }

    uint256 public constant ASSETS = 3; // ether and two tokens
    TestERC20[2] public tokens;
    Pending[] private deposits;
    FinalizeL1DepositParams[] private finalised;

    mapping(uint256 asset => mapping(uint256 chain => uint256)) public deposited;
    mapping(uint256 asset => mapping(uint256 chain => uint256)) public paid;
    uint256 public theftsRefused;

    constructor() {
        deployBridge();
        tokens[0] = token;
        tokens[1] = new TestERC20("Second", "SEC", 18);
    }

    function _chain(uint256 seed) private pure returns (uint256) {
        return seed % 2 == 0 ? CHAIN_A : CHAIN_B;
    }

    function assetId(uint256 asset) public view returns (bytes32) {
        return asset == 0 ? ethId : AssetId.ofToken(L1, address(tokens[asset - 1]));
    }

    function inChain(uint256 asset, uint256 chain) public view returns (uint256) {
        return deposited[asset][chain] - paid[asset][chain];
    }

    function held(uint256 asset) external view returns (uint256) {
        return asset == 0 ? address(vault).balance : tokens[asset - 1].balanceOf(address(vault));
    }

    function chainBalance(uint256 asset, uint256 chain) external view returns (uint256) {
        return vault.chainBalance(chain, assetId(asset));
    }

    function deposit(uint256 chainSeed, uint256 assetSeed, uint96 amountSeed) external {
        (uint256 chain, uint256 asset, uint256 amount) =
            (_chain(chainSeed), assetSeed % ASSETS, uint256(amountSeed) + 1);
        if (asset == 0) {
            depositEth(chain, ALICE, amount);
        } else {
            bytes32 txHash = depositToken(chain, tokens[asset - 1], ALICE, amount);
            deposits.push(Pending(chain, asset, amount, txHash, false));
        }
        deposited[asset][chain] += amount;
    }

    function _message(uint256 chain, uint256 asset, uint256 amount) private returns (FinalizeL1DepositParams memory) {
        return asset == 0 ? sentEth(chain, BOB, amount) : sentToken(chain, tokens[asset - 1], BOB, amount);
    }

    function withdraw(uint256 chainSeed, uint256 assetSeed, uint256 amount) external {
        (uint256 chain, uint256 asset) = (_chain(chainSeed), assetSeed % ASSETS);
        if (inChain(asset, chain) == 0) return;
        amount = bound(amount, 0, inChain(asset, chain));
        FinalizeL1DepositParams memory p = _message(chain, asset, amount);
        nullifier.finalizeDeposit(p);
        finalised.push(p);
        paid[asset][chain] += amount;
    }

    function refund(uint256 seed) external {
        if (deposits.length == 0) return;
        Pending storage d = deposits[seed % deposits.length];
        // What was withdrawn in the meantime did not fail.
        if (d.used || inChain(d.asset, d.chain) < d.amount) return;
        (uint256 batch, bytes32[] memory proof) = result(d.chain, d.txHash, TxStatus.Failure);
        claim(d.chain, ALICE, tokens[d.asset - 1], d.amount, d.txHash, batch, proof);
        d.used = true;
        paid[d.asset][d.chain] += d.amount;
    }

    /* Thefts: each must fail */

    function _mustFail(address target, bytes memory data) private {
        (bool ok,) = target.call(data);
        require(!ok, "theft succeeded");
        ++theftsRefused;
    }

    function stealMoreThanTheChainHas(uint256 chainSeed, uint256 assetSeed, uint96 excess) external {
        (uint256 chain, uint256 asset) = (_chain(chainSeed), assetSeed % ASSETS);
        FinalizeL1DepositParams memory p = _message(chain, asset, inChain(asset, chain) + 1 + excess);
        _mustFail(address(nullifier), abi.encodeCall(nullifier.finalizeDeposit, (p)));
    }

    function replay(uint256 seed, bool otherChain) external {
        if (finalised.length == 0) return;
        FinalizeL1DepositParams memory p = finalised[seed % finalised.length];
        if (otherChain) p.chainId = p.chainId == CHAIN_A ? CHAIN_B : CHAIN_A;
        _mustFail(address(nullifier), abi.encodeCall(nullifier.finalizeDeposit, (p)));
    }

    function refundTwiceOrAfterSuccess(uint256 seed, bool success) external {
        if (deposits.length == 0) return;
        Pending memory d = deposits[seed % deposits.length];
        if (!d.used && !success) return;
        (uint256 batch, bytes32[] memory proof) =
            result(d.chain, d.txHash, success ? TxStatus.Success : TxStatus.Failure);
        bytes memory data = abi.encode(d.amount, ALICE, address(tokens[d.asset - 1]));
        _mustFail(
            address(nullifier),
            abi.encodeCall(
                nullifier.bridgeRecoverFailedTransfer,
                (d.chain, ALICE, assetId(d.asset), data, d.txHash, batch, 0, 0, proof)
            )
        );
    }
}

/// @dev Funds held on L1 equal claims.
contract FundsInvariantTest {
    BridgeHandler private handler;

    function setUp() public {
        handler = new BridgeHandler();
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_HeldEqualsSumOfChainBalances() public view {
        for (uint256 asset = 0; asset < handler.ASSETS(); ++asset) {
            uint256 sum = handler.chainBalance(asset, 270) + handler.chainBalance(asset, 271);
            require(handler.held(asset) == sum, "held != chain balances");
        }
    }

    function invariant_HeldEqualsDepositsMinusPayments() public view {
        for (uint256 asset = 0; asset < handler.ASSETS(); ++asset) {
            uint256 sum = handler.inChain(asset, 270) + handler.inChain(asset, 271);
            require(handler.held(asset) == sum, "held != deposits - payments");
            require(handler.chainBalance(asset, 270) == handler.inChain(asset, 270), "chain A");
            require(handler.chainBalance(asset, 271) == handler.inChain(asset, 271), "chain B");
        }
    }
}
